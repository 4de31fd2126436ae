package com.aipixels.identity;

import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/// Spring Security's own, which looks at a header's letters with a regular expression: with a
/// session token among them, that took more than all else that its chain does.
@Component
class Firewall extends StrictHttpFirewall {

  Firewall() {
    setAllowedHeaderValues(value -> value.codePoints().allMatch(Firewall::isText));
  }

  private static boolean isText(int letter) {
    return Character.isDefined(letter) && (!Character.isISOControl(letter) || letter == '\t');
  }
}
