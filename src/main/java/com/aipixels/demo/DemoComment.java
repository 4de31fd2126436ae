package com.aipixels.demo;

import org.jspecify.annotations.Nullable;

/// What one member says.
///
/// @param picture its number among all, from 1
/// @param answers which of the comments on that picture, from 1
record DemoComment(int picture, String member, String text, @Nullable Integer answers) {

  static DemoComment of(String[] fields) {
    return new DemoComment(
        Integer.parseInt(fields[0]),
        fields[1],
        fields[2],
        fields.length > 3 ? Integer.valueOf(fields[3]) : null);
  }
}
