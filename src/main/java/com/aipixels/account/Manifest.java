package com.aipixels.account;

import com.aipixels.identity.PersonCard;
import com.aipixels.storage.Draft;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// What is in an export. Its list of files grows in a draft, since there may be many.
final class Manifest {

  static final String NAME = "manifest.json";
  static final int FORMAT = 1;
  static final String SERVICE = "AIPixels";

  private final Draft files;
  private final JsonMapper json;
  private final Map<String, Integer> counts = new TreeMap<>();
  private boolean empty = true;

  Manifest(Draft files, JsonMapper json) {
    this.files = files;
    this.json = json;
  }

  /// One file.
  ///
  /// @param sha256 in hexadecimal
  record Entry(String name, long bytes, String sha256) {}

  /// What every manifest begins with.
  record Head(
      int format,
      String service,
      UUID instance,
      Instant exportedAt,
      PersonCard member,
      Map<String, Integer> counts) {}

  /// One thing more of a kind.
  void count(String kind, int things) {
    counts.merge(kind, things, Integer::sum);
  }

  void list(Entry entry) throws IOException {
    text(files.out(), (empty ? "\n" : ",\n") + json.writeValueAsString(entry));
    empty = false;
  }

  void writeTo(OutputStream out, UUID instance, Instant now, PersonCard member) throws IOException {
    String head = json.writeValueAsString(new Head(FORMAT, SERVICE, instance, now, member, counts));
    text(out, head.substring(0, head.length() - 1) + ",\"files\":[");
    files.in().transferTo(out);
    text(out, "\n]}\n");
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
