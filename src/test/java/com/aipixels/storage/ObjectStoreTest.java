package com.aipixels.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreTest {

  private static final ObjectKey KEY = new ObjectKey("3fa9c0.png");

  @TempDir Path data;

  @Test
  void givesBackWhatWasPut() throws IOException {
    byte[] bytes = new byte[3_000_000];
    IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (i * 31));

    store().put(KEY, bytes);

    var found = store().open(KEY).orElseThrow();
    assertThat(Files.readAllBytes(found.path())).isEqualTo(bytes);
    assertThat(found.length()).isEqualTo(3_000_000);
    assertThat(found.key()).isEqualTo(KEY);
    assertThat(found.lastModified()).isEqualTo(Files.getLastModifiedTime(found.path()).toInstant());
  }

  @Test
  void keepsAnEmptyObject() {
    store().put(KEY, new byte[0]);

    assertThat(store().open(KEY).orElseThrow().length()).isZero();
  }

  @Test
  void replacesTheObjectOfTheSameKey() throws IOException {
    var store = store();
    store.put(KEY, bytes("first, and longer"));
    store.put(KEY, bytes("second"));

    assertThat(store.open(KEY).orElseThrow().path()).hasContent("second");
    assertThat(store.keys()).containsExactly(KEY);
  }

  @Test
  void spreadsObjectsOverFoldersByTheStartOfTheirKey() {
    store().put(KEY, bytes("x"));

    assertThat(data.resolve("files/3f/3fa9c0.png")).exists();
  }

  @Test
  void findsNothingWhereNothingWasPut() {
    assertThat(store().open(KEY)).isEmpty();
  }

  @Test
  void deletesOnceAndDoesNotMindASecondTime() {
    var store = store();
    store.put(KEY, bytes("x"));

    store.delete(KEY);
    store.delete(KEY);

    assertThat(store.open(KEY)).isEmpty();
    assertThat(store.keys()).isEmpty();
  }

  @Test
  void listsEveryKeyAndNothingElse() throws IOException {
    var store = store();
    var keys = IntStream.range(0, 300).mapToObj(i -> new ObjectKey(i + "ab.png")).toList();
    keys.forEach(key -> store.put(key, bytes("x")));
    Files.writeString(data.resolve("files/README"), "by hand");
    Files.writeString(data.resolve("files/10/Not a key"), "by hand");

    assertThat(store.keys()).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void losesNothingToAProcessThatStartsMeanwhile() throws Exception {
    var ours = store();
    var writing = new AtomicBoolean(true);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var starting =
          threads.submit(() -> {
            while (writing.get()) {
              store();
            }
          });
      for (var number = 0; number < 500; number++) {
        ours.put(KEY, bytes("number " + number));
        assertThat(ours.open(KEY).orElseThrow().path()).hasContent("number " + number);
      }
      writing.set(false);
      starting.get();
    }
  }

  @Test
  void sweepsWhatAKilledProcessLeftBehind() throws IOException {
    store();
    var leftover = Files.writeString(data.resolve("files/.incoming/123.part"), "half a pict");

    store();

    assertThat(leftover).doesNotExist();
  }

  @Test
  void leavesAloneWhatIsBeingWritten() throws IOException {
    store();
    var growing = Files.writeString(data.resolve("files/.incoming/123.part"), "half a pict");

    try (var writer = FileChannel.open(growing, StandardOpenOption.WRITE);
        var lock = writer.lock()) {
      assertThat(lock.isValid()).isTrue();
      store();
    }

    assertThat(growing).exists();
  }

  /// A link to nowhere is listed but cannot be opened, like a file renamed in between.
  @Test
  void startsAlthoughAnotherProcessFinishesAFileJustNow() throws IOException {
    store();
    Files.createSymbolicLink(data.resolve("files/.incoming/123.part"), Path.of("finished"));

    store().put(KEY, bytes("x"));

    assertThat(store().open(KEY)).isPresent();
  }

  @Test
  void leavesNoTraceOfAPutThatFailed() throws IOException {
    var store = store();
    Files.createDirectories(data.resolve("files/3f/3fa9c0.png/in-the-way"));

    assertThatThrownBy(() -> store.put(KEY, bytes("x")))
        .isInstanceOf(StorageFailed.class)
        .hasMessage("Cannot write 3fa9c0.png")
        .hasCauseInstanceOf(IOException.class);

    assertThat(data.resolve("files/.incoming")).isEmptyDirectory();
  }

  @Test
  void keepsTheOldObjectWhenTheDiskTakesNoMore() throws IOException {
    var store = store();
    store.put(KEY, bytes("old"));
    Files.delete(data.resolve("files/.incoming"));
    Files.writeString(data.resolve("files/.incoming"), "no room for new files");

    assertThatThrownBy(() -> store.put(KEY, bytes("new"))).isInstanceOf(StorageFailed.class);

    assertThat(store.open(KEY).orElseThrow().path()).hasContent("old");
  }

  @Test
  void doesNotStartWhereItCannotWrite() throws IOException {
    Files.writeString(data.resolve("files"), "a file, not a folder");

    assertThatThrownBy(this::store)
        .isInstanceOf(StorageFailed.class)
        .hasMessageStartingWith("Cannot use the folder ");
  }

  @Test
  void showsReadersOneWholeObjectWhileManyWriteIt() throws Exception {
    var store = store();
    store.put(KEY, same('a'));
    Callable<Boolean> read =
        () -> {
          byte[] seen = Files.readAllBytes(store.open(KEY).orElseThrow().path());
          return Arrays.equals(seen, same((char) seen[0]));
        };
    try (var threads = Executors.newFixedThreadPool(8)) {
      var writes =
          IntStream.range(0, 40)
              .mapToObj(i -> threads.submit(() -> store.put(KEY, same((char) ('a' + i % 20)))))
              .toList();
      var reads = IntStream.range(0, 200).mapToObj(i -> threads.submit(read)).toList();
      for (var write : writes) {
        write.get();
      }
      for (var seen : reads) {
        assertThat(seen.get()).isTrue();
      }
    }
  }

  private ObjectStore store() {
    return new ObjectStore(new StorageSettings(data.toString(), ""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] same(char letter) {
    byte[] bytes = new byte[100_000];
    Arrays.fill(bytes, (byte) letter);
    return bytes;
  }
}
