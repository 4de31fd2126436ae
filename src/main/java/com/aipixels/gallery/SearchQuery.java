package com.aipixels.gallery;

import com.aipixels.gallery.FeedQuery.Circle;
import com.aipixels.look.Term;
import com.aipixels.problems.InputRules;
import com.fasterxml.jackson.annotation.JsonValue;

/// Which public pictures to look for, by words in Korean or English of their titles, tags, prompts
/// and descriptions.
public record SearchQuery(String text, Order order, ImageFilter filter, Circle circle) {

  private static final int LONGEST = 200;

  /// @throws com.aipixels.problems.Problem naming `q`, where it is blank or longer than 200
  ///   characters
  public SearchQuery {
    new InputRules().required("q", text, LONGEST).check();
  }

  /// Which of the pictures found come first.
  public enum Order implements Term {
    /// Those it is most about; among these the newer ones.
    RELEVANCE("relevance"),
    LATEST("latest"),
    POPULAR("popular"),
    TRENDING("trending");

    private final String value;

    Order(String value) {
      this.value = value;
    }

    @Override
    @JsonValue
    public String value() {
      return value;
    }
  }
}
