package com.aipixels.idempotency;

import com.aipixels.identity.UserId;
import com.aipixels.problems.Problem;
import org.jspecify.annotations.Nullable;

/// What a member asks to be done once.
///
/// @param key the `Idempotency-Key`; null where the same request again is another one
/// @param operation what is asked for, such as `comment`
/// @param content everything that makes two requests different, as JSON would tell it
public record KeyedRequest(UserId member, @Nullable String key, String operation, Object content) {

  public KeyedRequest {
    if (key != null && (key.isBlank() || key.length() > 255)) {
      throw Problem.invalid("Idempotency-Key", "must have 1 to 255 characters");
    }
  }
}
