package com.aipixels.account;

import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An export in a test's hands: its files by name, to look at and to change.
public record Parcel(byte[] zip, Map<String, byte[]> files) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Parcel of(byte[] zip) {
    var files = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Parcel(zip, files);
  }

  /// Asks for an export and waits for it.
  public static Parcel exportedBy(Caller member) {
    return of(member.bytes(address(member)).body());
  }

  /// Where a new export of the member's is, when it is there.
  static String address(Caller member) {
    var id = Caller.json(member.post("/api/v1/me/export", "")).get("id").asString();
    var address = "/api/v1/me/export/" + id;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> member.bytes(address, "Range", "bytes=0-0").statusCode() == 206);
    return address;
  }

  /// Sends a zip and waits until it was taken in.
  public static JsonNode importedBy(Caller member, byte[] zip, String query) {
    var sending = member.request("/api/v1/me/import" + query).POST(BodyPublishers.ofByteArray(zip));
    sending.setHeader("Content-Type", "application/zip");
    var answer = Caller.send(sending, BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    var address = "/api/v1/me/imports/" + Caller.json(answer).get("id").asString();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> Caller.json(member.get(address)).get("status").asString().equals("done"));
    return Caller.json(member.get(address));
  }

  String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  JsonNode manifest() {
    return JSON.readTree(files.get("manifest.json"));
  }

  byte[] file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  public List<JsonNode> lines(String kind) {
    return text(kind + ".jsonl").lines().map(JSON::readTree).toList();
  }

  /// The same files but for this one, as a zip.
  byte[] with(String name, String content) {
    var changed = new LinkedHashMap<>(files);
    changed.put(name, content.getBytes(StandardCharsets.UTF_8));
    return zip(changed);
  }

  static byte[] zip(Map<String, byte[]> files) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
