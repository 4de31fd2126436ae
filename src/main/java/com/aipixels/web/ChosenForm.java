package com.aipixels.web;

import com.aipixels.gallery.ImageId;
import com.aipixels.look.Term;
import java.util.List;

/// What is to become of some of one's own pictures.
///
/// @param tags to be added, where that is what is done
/// @param sure whether deleting was asked for twice
public record ChosenForm(List<ImageId> id, Act act, String tags, boolean sure) {

  /// As many as are done at once.
  static final int MOST = 200;

  public ChosenForm {
    id = id.stream().distinct().limit(MOST).toList();
  }

  /// What can be done to many at once.
  public enum Act implements Term {
    PUBLISH("publish"),
    UNPUBLISH("unpublish"),
    TAG("tag"),
    DELETE("delete");

    private final String value;

    Act(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
