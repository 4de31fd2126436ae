package com.aipixels.account;

import com.aipixels.storage.ObjectContent;
import com.aipixels.storage.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip that grows file by file, and tells the size and hash of each.
final class ExportZip {

  private final ZipOutputStream zip;

  ExportZip(OutputStream out) {
    this.zip = new ZipOutputStream(out);
  }

  /// Text, made smaller.
  Manifest.Entry deflate(String name, ObjectContent content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    return copied(name, content);
  }

  /// What is small already, as it is. It is read twice, because a zip says what follows before it
  /// follows.
  Manifest.Entry store(String name, Path file) throws IOException {
    CRC32 sum = new CRC32();
    copy(file, new CheckedOutputStream(OutputStream.nullOutputStream(), sum));
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(Files.size(file));
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    return copied(name, out -> copy(file, out));
  }

  /// Nothing may follow.
  void finish() throws IOException {
    zip.finish();
  }

  private Manifest.Entry copied(String name, ObjectContent content) throws IOException {
    Counted counted = new Counted(new DigestOutputStream(zip, Sha256.begin()));
    content.writeTo(counted);
    zip.closeEntry();
    return new Manifest.Entry(name, counted.bytes, counted.hash());
  }

  private static void copy(Path file, OutputStream out) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(out);
    }
  }

  private static final class Counted extends FilterOutputStream {

    private final DigestOutputStream digested;
    private long bytes;

    Counted(DigestOutputStream digested) {
      super(digested);
      this.digested = digested;
    }

    @Override
    public void write(int value) throws IOException {
      digested.write(value);
      bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      digested.write(buffer, offset, length);
      bytes += length;
    }

    String hash() {
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }
  }
}
