package com.aipixels.identity;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Session tokens that somebody could try who has seen a genuine one, by what is wrong with them;
/// mostly after RFC 8725, section 2. All others of their parts are as they should be.
final class ForgedTokens {

  private ForgedTokens() {}

  /// What shows that nothing but what is wrong makes the others wrong.
  static String genuine(RSAKey key) {
    return new ForgedShapes(key).genuine;
  }

  static Map<String, String> of(RSAKey key) throws Exception {
    var all = new LinkedHashMap<String, String>();
    for (var forgery :
        List.of(
            new ForgedAlgorithms(key),
            new ForgedHeaders(key),
            new ForgedClaims(key),
            new ForgedShapes(key))) {
      forgery.forge();
      all.putAll(forgery.tokens);
    }
    return all;
  }
}
