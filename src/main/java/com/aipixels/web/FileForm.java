package com.aipixels.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// A form with boxes to tick and, after them, one file, which is read from the network as it is
/// read here: nothing of it is kept, however large it is. Format: RFC 7578.
final class FileForm {

  /// Where such a form is sent; it must not be taken apart before.
  static final String PATH = "/me/import";

  private static final int MOST_FIELDS = 20;
  private static final int LONGEST = 4096;
  private static final Pattern NAME = Pattern.compile("(?i)\\bname=\"([^\"]{1,100})\"");
  private static final Pattern FILE = Pattern.compile("(?i)\\bfilename=\"[^\"]+\"");

  private final Set<String> ticked;
  private final InputStream file;

  private FileForm(Set<String> ticked, InputStream file) {
    this.ticked = ticked;
    this.file = file;
  }

  /// Empty where the request is no such form, or no file was chosen.
  static Optional<FileForm> read(HttpServletRequest request) throws IOException {
    Optional<String> boundary = boundary(request.getContentType());
    if (boundary.isEmpty()) {
      return Optional.empty();
    }
    // The first delimiter is one like the others but for the end of a line before it.
    InputStream body =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[] {'\r', '\n'}),
            new BufferedInputStream(request.getInputStream(), 1 << 16));
    byte[] delimiter = ("\r\n--" + boundary.get()).getBytes(StandardCharsets.ISO_8859_1);
    skip(new Part(body, delimiter));
    Set<String> ticked = new HashSet<>();
    for (int field = 0; field < MOST_FIELDS; field++) {
      String headers = headers(body);
      if (FILE.matcher(headers).find()) {
        return Optional.of(new FileForm(ticked, new Part(body, delimiter)));
      }
      Matcher name = NAME.matcher(headers);
      if (!name.find()) {
        return Optional.empty();
      }
      if (!headers.toLowerCase(Locale.ROOT).contains("filename=")) {
        ticked.add(name.group(1));
      }
      skip(new Part(body, delimiter));
    }
    return Optional.empty();
  }

  /// Whether a box of this name was ticked.
  boolean isTicked(String name) {
    return ticked.contains(name);
  }

  InputStream file() {
    return file;
  }

  private static Optional<String> boundary(@Nullable String contentType) {
    try {
      MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
      return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)
          ? Optional.ofNullable(type.getParameter("boundary"))
              .map(boundary -> boundary.replaceAll("^\"|\"$", ""))
              .filter(boundary -> !boundary.isEmpty() && boundary.length() <= 200)
          : Optional.empty();
    } catch (InvalidMediaTypeException e) {
      return Optional.empty();
    }
  }

  private static void skip(Part part) throws IOException {
    byte[] rest = part.readNBytes(LONGEST);
    if (rest.length == LONGEST) {
      throw new IOException("A field of the form is too long");
    }
  }

  /// Up to the empty line, beginning behind a delimiter; only `--` where that was the last.
  private static String headers(InputStream body) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int value = body.read(); value >= 0 && text.size() < LONGEST; value = body.read()) {
      text.write(value);
      String soFar = value == '\n' ? text.toString(StandardCharsets.UTF_8) : "";
      if (soFar.endsWith("\r\n\r\n")) {
        return soFar;
      }
    }
    return "";
  }

  /// What stands before the next delimiter. A delimiter's first character occurs in it once, so
  /// that what turns out to be none can only begin anew with the character that showed it.
  private static final class Part extends InputStream {

    private static final int NONE = -2;

    private final InputStream body;
    private final byte[] delimiter;
    private int matched;
    private int replayed;
    private int mismatch = NONE;
    private boolean ended;

    Part(InputStream body, byte[] delimiter) {
      this.body = body;
      this.delimiter = delimiter;
    }

    @Override
    public int read() throws IOException {
      while (true) {
        if (replayed < matched && mismatch != NONE) {
          return delimiter[replayed++] & 0xFF;
        }
        if (mismatch != NONE) {
          int value = mismatch;
          mismatch = NONE;
          matched = 0;
          replayed = 0;
          if (value != (delimiter[0] & 0xFF)) {
            return value;
          }
          matched = 1;
        }
        if (ended) {
          return -1;
        }
        int value = body.read();
        if (value < 0) {
          throw new IOException("The form ends before its end");
        }
        if (value == (delimiter[matched] & 0xFF)) {
          matched++;
          if (matched == delimiter.length) {
            matched = 0;
            ended = true;
          }
        } else if (matched == 0) {
          return value;
        } else {
          mismatch = value;
          replayed = 0;
        }
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int at = 0;
      while (at < length) {
        int value = read();
        if (value < 0) {
          return at == 0 ? -1 : at;
        }
        buffer[offset + at++] = (byte) value;
      }
      return at;
    }
  }
}
