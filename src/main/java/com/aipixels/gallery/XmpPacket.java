package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.temporal.ChronoUnit;

/// The XMP that says a picture is an AI model's work, in the words of IPTC and as search engines
/// read it.
record XmpPacket(String text) {

  /// A JPEG segment must hold the whole packet.
  private static final int LONGEST_MODEL = 200;

  static XmpPacket of(AiMark mark) {
    return new XmpPacket(
        """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">\
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
        <rdf:Description rdf:about=""
         xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
         xmlns:xmp="http://ns.adobe.com/xap/1.0/"
         Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
         xmp:CreatorTool="AIPixels (%s)" xmp:CreateDate="%s"/></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>\
        """
            .formatted(attribute(mark.model()), mark.madeAt().truncatedTo(ChronoUnit.SECONDS)));
  }

  byte[] bytes() {
    return text.getBytes(UTF_8);
  }

  private static String attribute(String value) {
    StringBuilder safe = new StringBuilder();
    value.codePoints().filter(XmpPacket::isXml).limit(LONGEST_MODEL).forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int character) {
    switch (character) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      default -> safe.appendCodePoint(character);
    }
  }

  private static boolean isXml(int character) {
    return (character >= ' ' && character < Character.MIN_SURROGATE)
        || (character > Character.MAX_SURROGATE && character != 0xFFFE && character != 0xFFFF);
  }
}
