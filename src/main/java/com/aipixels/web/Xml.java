package com.aipixels.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A document in one namespace, written from its beginning to its end.
final class Xml {

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter writer;

  private Xml(String root, String namespace) throws XMLStreamException {
    writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    writer.writeStartElement(root);
    writer.writeDefaultNamespace(namespace);
  }

  /// What an element of a document holds.
  @FunctionalInterface
  interface Filling {
    void fill(Xml xml) throws XMLStreamException;
  }

  static byte[] document(String root, String namespace, Filling filling) {
    try {
      Xml xml = new Xml(root, namespace);
      filling.fill(xml);
      xml.writer.writeEndDocument();
      xml.writer.close();
      return xml.bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Memory can be written to", e);
    }
  }

  void attribute(String name, String value) throws XMLStreamException {
    writer.writeAttribute(name, allowed(value));
  }

  void element(String name, Filling filling) throws XMLStreamException {
    writer.writeStartElement(name);
    filling.fill(this);
    writer.writeEndElement();
  }

  void element(String name, String text) throws XMLStreamException {
    element(name, xml -> xml.text(text));
  }

  void text(String text) throws XMLStreamException {
    writer.writeCharacters(allowed(text));
  }

  /// An element that says everything in its attributes, given as name, value, name, value.
  void empty(String name, String... attributes) throws XMLStreamException {
    writer.writeEmptyElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i], attributes[i + 1]);
    }
  }

  /// Members may write what no XML may hold.
  private static String allowed(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
  }
}
