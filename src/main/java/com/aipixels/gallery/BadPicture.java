package com.aipixels.gallery;

/// These bytes are not a picture that can be kept; the message says why, in a sentence.
final class BadPicture extends Exception {

  private final String why;

  BadPicture(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  static void unless(boolean fine, String why) throws BadPicture {
    if (!fine) {
      throw new BadPicture(why);
    }
  }

  String why() {
    return why;
  }
}
