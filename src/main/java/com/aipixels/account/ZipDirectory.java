package com.aipixels.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Looks at the directory at the end of a zip before it is read: whoever opens a zip keeps all of
/// the directory in memory, however large it says to be. Formats: APPNOTE.TXT, 4.3.14 to 4.3.16.
final class ZipDirectory {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int END_SIZE = 22;
  private static final int LOCATOR_SIZE = 20;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final long IN_ZIP64 = 0xFFFFFFFFL;
  private static final int COUNT_IN_ZIP64 = 0xFFFF;

  private ZipDirectory() {}

  /// Every place that a reader could take for the end is judged, since readers differ.
  ///
  /// @throws BadExport where there is no directory, or one that is too large
  static void check(Path zip, long mostEntries, long mostBytes) throws IOException {
    try (FileChannel file = FileChannel.open(zip, StandardOpenOption.READ)) {
      int length = (int) Math.min(file.size(), END_SIZE + LOCATOR_SIZE + (long) LONGEST_COMMENT);
      ByteBuffer tail = read(file, file.size() - length, length);
      boolean found = false;
      for (int at = length - END_SIZE; at >= 0; at--) {
        if (tail.getInt(at) == END_SIGNATURE) {
          found = true;
          long entries = Short.toUnsignedInt(tail.getShort(at + 10));
          long bytes = Integer.toUnsignedLong(tail.getInt(at + 12));
          boolean bounded = entries <= mostEntries && bytes <= mostBytes;
          if (entries == COUNT_IN_ZIP64 || bytes == IN_ZIP64) {
            bounded = isBoundedInZip64(file, tail, at, mostEntries, mostBytes);
          }
          BadExport.unless(bounded, "The zip holds more files than an export.");
        }
      }
      BadExport.unless(found, "The file is not a zip, or not all of it arrived.");
    }
  }

  private static boolean isBoundedInZip64(
      FileChannel file, ByteBuffer tail, int end, long mostEntries, long mostBytes)
      throws IOException {
    int locator = end - LOCATOR_SIZE;
    if (locator < 0 || tail.getInt(locator) != LOCATOR_SIGNATURE) {
      return false;
    }
    long record = tail.getLong(locator + 8);
    if (record < 0 || record > file.size() - 56) {
      return false;
    }
    ByteBuffer zip64 = read(file, record, 56);
    long entries = zip64.getLong(32);
    long bytes = zip64.getLong(40);
    return entries >= 0 && entries <= mostEntries && bytes >= 0 && bytes <= mostBytes;
  }

  private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    long at = from;
    while (bytes.hasRemaining()) {
      int read = file.read(bytes, at);
      BadExport.unless(read > 0, "The file is not a zip, or not all of it arrived.");
      at += read;
    }
    return bytes;
  }
}
