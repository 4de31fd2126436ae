package com.aipixels.localclerk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a member of the stand-in signs in with. There is no password.
record Username(@JsonValue String value) {

  static final String RULE =
      "must have 1 to 64 characters: letters, digits, Hangul, '_', '-' or '.'.";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.가-힣ㄱ-ㅎㅏ-ㅣ-]{1,64}");

  Username {
    if (!FORM.matcher(value).matches()) {
      throw new ClerkRefusal(422, "form_param_format_invalid", "username " + RULE, "username");
    }
  }

  /// @throws ClerkRefusal when the text breaks the [#RULE]
  static Username of(@Nullable String text) {
    String given = text == null ? "" : text;
    return new Username(Normalizer.normalize(given, Normalizer.Form.NFC).strip());
  }
}
