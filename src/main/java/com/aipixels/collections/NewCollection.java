package com.aipixels.collections;

import com.aipixels.gallery.Visibility;
import com.aipixels.problems.InputRules;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// A collection that a member begins, with nothing in it yet.
public record NewCollection(String name, @Nullable String description, Visibility visibility) {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DESCRIPTION = 5000;

  public NewCollection {
    name = tidy(name);
    description = description == null || description.isBlank() ? null : tidy(description);
    new InputRules()
        .required("name", name, LONGEST_NAME)
        .optional("description", description, LONGEST_DESCRIPTION)
        .check();
  }

  private static String tidy(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
  }
}
