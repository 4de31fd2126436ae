package com.aipixels.gallery;

import org.jspecify.annotations.Nullable;

/// A picture file whose structure was checked from the first byte to the last, with nothing decoded
/// yet.
sealed interface PictureBytes permits PngBytes, JpegBytes, WebpBytes {

  static PictureBytes read(byte[] file) throws BadPicture {
    if (begins(file, 0, PngBytes.SIGNATURE)) {
      return PngBytes.read(file);
    }
    if (begins(file, 0, JpegBytes.SIGNATURE)) {
      return JpegBytes.read(file);
    }
    if (begins(file, 0, "RIFF") && begins(file, 8, "WEBP")) {
      return WebpBytes.read(file);
    }
    throw new BadPicture("The file is neither PNG nor JPEG nor WebP.");
  }

  PictureHeader header();

  /// The same pixels with this packet as the only XMP, and without what tools leave behind:
  /// prompts, workflows, paths, Exif. Without a packet, XMP that is there stays. A file with a C2PA
  /// manifest is given back as it is, since any change would break its signature.
  byte[] marked(@Nullable XmpPacket packet);

  private static boolean begins(byte[] file, int offset, String signature) {
    return new Part("", 0, file.length).holds(file, offset, signature);
  }
}
