package com.aipixels.account;

import com.aipixels.gallery.PortableImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An export as it arrived from a stranger. Names in it are looked up and never used as paths; what
/// it says of sizes is not believed, but counted.
final class ExportFile implements AutoCloseable {

  private static final long MOST_ENTRIES = 200_000;
  private static final long MOST_DIRECTORY = 32L << 20;
  private static final int MOST_MANIFEST = 64 << 20;
  private static final int MOST_PICTURE = 32 << 20;
  private static final int MOST_LINE = 256 << 10;

  /// Pictures do not shrink; lines do, to a twentieth or so.
  private static final long MOST_TIMES_LARGER = 3;

  private static final long MOST_LINES = 512L << 20;
  private static final Pattern PICTURE = Pattern.compile("images/[0-9]{1,10}\\.(png|jpg|webp)");

  private final ZipFile zip;
  private final JsonMapper json;
  private long left;

  private ExportFile(ZipFile zip, JsonMapper json, long most) {
    this.zip = zip;
    this.json = json;
    this.left = most;
  }

  /// @throws BadExport where the file is no zip that one would want to read
  static ExportFile open(Path path, JsonMapper json) throws IOException {
    ZipDirectory.check(path, MOST_ENTRIES, MOST_DIRECTORY);
    // What a later version adds is no reason to refuse the rest.
    JsonMapper tolerant =
        json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    return new ExportFile(
        new ZipFile(path.toFile(), StandardCharsets.UTF_8),
        tolerant,
        MOST_TIMES_LARGER * Files.size(path) + MOST_LINES);
  }

  /// From which AIPixels it comes.
  ///
  /// @throws BadExport where it does not say so
  UUID origin() throws IOException {
    refuseTwins();
    try {
      JsonNode manifest = json.readTree(bytes(Manifest.NAME, MOST_MANIFEST));
      BadExport.unless(
          manifest.path("service").asString("").equals(Manifest.SERVICE)
              && manifest.path("format").asInt(0) == Manifest.FORMAT,
          "Its manifest.json is not one of AIPixels that is understood here.");
      return UUID.fromString(manifest.path("instance").asString(""));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new BadExport("Its manifest.json cannot be read.");
    }
  }

  /// The lines of the file of pictures, one after the other.
  Lines pictures() throws IOException {
    return new Lines(new BufferedInputStream(stream("images.jsonl")));
  }

  /// The picture that a line is about.
  ///
  /// @throws BadExport where the line is none
  PortableImage image(String line) throws BadExport {
    try {
      return json.readValue(line, PortableImage.class);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new BadExport("The line is not a picture: " + firstLine(e.getMessage()));
    }
  }

  /// @throws BadExport where there is no such picture in the file, or too large a one
  byte[] original(@Nullable String name) throws IOException {
    if (name == null || !PICTURE.matcher(name).matches()) {
      throw new BadExport("The line names no picture file.");
    }
    return bytes(name, MOST_PICTURE);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private byte[] bytes(String name, int most) throws IOException {
    try (InputStream in = stream(name)) {
      byte[] bytes = in.readNBytes(most + 1);
      BadExport.unless(bytes.length <= most, "The file " + name + " is too large.");
      return bytes;
    }
  }

  private InputStream stream(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new BadExport("The file " + name + " is missing.");
    }
    return new Counted(zip.getInputStream(entry));
  }

  /// Of two files of one name, one reader would see the one and another the other.
  private void refuseTwins() throws BadExport {
    Set<String> names = new HashSet<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      BadExport.unless(names.add(entries.nextElement().getName()), "The zip names a file twice.");
    }
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }

  /// Counts everything that is read, so that a small file never becomes a huge one.
  private final class Counted extends InputStream {

    private final InputStream in;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }

    private void count(int read) throws BadExport {
      left -= read;
      BadExport.unless(left >= 0, "The zip becomes larger than an export does.");
    }
  }

  /// Lines of bounded length.
  static final class Lines implements AutoCloseable {

    private final InputStream in;

    Lines(InputStream in) {
      this.in = in;
    }

    /// Empty after the last.
    Optional<String> next() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int value = in.read();
      if (value < 0) {
        return Optional.empty();
      }
      while (value >= 0 && value != '\n') {
        BadExport.unless(line.size() < MOST_LINE, "A line of images.jsonl is too long.");
        line.write(value);
        value = in.read();
      }
      return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
