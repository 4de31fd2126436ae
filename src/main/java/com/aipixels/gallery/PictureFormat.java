package com.aipixels.gallery;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// The kinds of picture that every browser shows and that can carry a mark.
enum PictureFormat {
  PNG("png", "image/png"),
  JPEG("jpg", "image/jpeg"),
  WEBP("webp", "image/webp");

  private final String extension;
  private final String mediaType;

  PictureFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /// What a stored file holds, by the end of its name.
  static PictureFormat ofFile(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return Arrays.stream(values())
        .filter(format -> format.extension.equals(extension))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Not the name of a picture file"));
  }

  String extension() {
    return extension;
  }

  String mediaType() {
    return mediaType;
  }

  ImageReader reader() throws IOException {
    return switch (this) {
      case PNG, JPEG -> ImageIO.getImageReadersByFormatName(name()).next();
      // By name, ImageIO might answer with the native reader, which trusts its input more.
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
    };
  }
}
