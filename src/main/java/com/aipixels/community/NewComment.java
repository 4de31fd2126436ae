package com.aipixels.community;

import com.aipixels.problems.InputRules;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// What a member says under a picture: plain text of 1 to 2000 characters, kept as typed but in NFC
/// and without white space around it.
///
/// @param parentCommentId what it answers, if anything
public record NewComment(String content, @Nullable Integer parentCommentId) {

  public NewComment {
    content = text(content);
  }

  /// @throws com.aipixels.problems.Problem naming `content` where it breaks a rule
  static String text(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    new InputRules().required("content", text, 2000).check();
    return text;
  }
}
