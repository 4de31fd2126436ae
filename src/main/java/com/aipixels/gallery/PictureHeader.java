package com.aipixels.gallery;

/// What a picture says of itself before anything is decoded.
record PictureHeader(PictureFormat format, int width, int height) {

  private static final int SHORTEST_SIDE = 64;
  private static final int LONGEST_SIDE = 4096;
  private static final int MOST_PIXELS = 16_000_000;
  private static final int MOST_TIMES_LONGER = 8;

  /// Refuses what would be useless to look at, or would take too much memory to decode.
  void check() throws BadPicture {
    int shorter = Math.min(width, height);
    int longer = Math.max(width, height);
    String size = "The picture has " + width + " × " + height + " pixels; ";
    BadPicture.unless(
        shorter >= SHORTEST_SIDE, size + "a side has at least " + SHORTEST_SIDE + ".");
    BadPicture.unless(longer <= LONGEST_SIDE, size + "a side has at most " + LONGEST_SIDE + ".");
    BadPicture.unless(
        width * height <= MOST_PIXELS, size + "it may have " + MOST_PIXELS + " in all.");
    BadPicture.unless(
        longer <= MOST_TIMES_LONGER * shorter,
        size + "a side is at most " + MOST_TIMES_LONGER + " times the other.");
  }
}
