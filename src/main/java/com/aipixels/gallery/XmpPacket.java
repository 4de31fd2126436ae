package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The XMP that says a picture is a model's or a program's work, in the words of IPTC and as search
/// engines read it, and which pictures it was made from.
record XmpPacket(String text) {

  /// A JPEG segment must hold the whole packet.
  private static final int LONGEST_MODEL = 200;

  static XmpPacket of(AiMark mark) {
    return new XmpPacket(packet(making(mark), ""));
  }

  /// Null where there is nothing to say.
  static @Nullable XmpPacket of(@Nullable AiMark mark, Origins origins) {
    if (mark == null && !origins.any()) {
      return null;
    }
    return new XmpPacket(
        packet((mark == null ? "" : making(mark)) + root(origins), parent(origins)));
  }

  private static String packet(String attributes, String properties) {
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">\
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
    <rdf:Description rdf:about=""%s>%s</rdf:Description></rdf:RDF></x:xmpmeta>
    <?xpacket end="w"?>\
    """
        .formatted(attributes, properties);
  }

  private static String making(AiMark mark) {
    return """

     xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
     xmlns:xmp="http://ns.adobe.com/xap/1.0/"
     Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/%s"
     xmp:CreatorTool="AIPixels (%s)" xmp:CreateDate="%s"\
    """
        .formatted(
            mark.isTrained() ? "trainedAlgorithmicMedia" : "algorithmicMedia",
            attribute(mark.model()),
            mark.madeAt().truncatedTo(ChronoUnit.SECONDS));
  }

  /// In the words of XMP Media Management, for programs that follow a picture to what it was made
  /// from.
  private static String root(Origins origins) {
    return origins.root() == null
        ? ""
        : """

         xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmpMM:OriginalDocumentID="%s"\
        """
            .formatted(document(origins.root()));
  }

  private static String parent(Origins origins) {
    return origins.parent() == null
        ? ""
        : """
        <xmpMM:DerivedFrom xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
         xmlns:stRef="http://ns.adobe.com/xap/1.0/sType/ResourceRef#" stRef:documentID="%s"/>\
        """
            .formatted(document(origins.parent()));
  }

  private static String document(ImageId id) {
    return "aipixels:images/" + id;
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
