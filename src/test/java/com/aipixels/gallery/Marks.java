package com.aipixels.gallery;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/// Reads what a file says of its making, with a library that shares no line with ours.
record Marks(String sourceType, String tool, String made) {

  private static final String IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/";

  /// One per XMP packet in the file.
  static List<Marks> of(byte[] file) throws Exception {
    return metadata(file).getDirectoriesOfType(XmpDirectory.class).stream()
        .map(XmpDirectory::getXMPMeta)
        .map(Marks::read)
        .toList();
  }

  static Metadata metadata(byte[] file) throws ImageProcessingException, IOException {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
  }

  private static Marks read(XMPMeta meta) {
    try {
      return new Marks(
          meta.getPropertyString(IPTC, "DigitalSourceType"),
          meta.getPropertyString(XMP, "CreatorTool"),
          meta.getPropertyString(XMP, "CreateDate"));
    } catch (XMPException e) {
      throw new AssertionError(e);
    }
  }
}
