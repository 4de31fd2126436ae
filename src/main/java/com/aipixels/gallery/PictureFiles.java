package com.aipixels.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The files of pictures: the original as it came, marked, and its thumbnails of 320 and 640 pixels
/// on the long side. All files of one picture share their keys' stem.
@Component
public final class PictureFiles {

  private static final int MOST_BYTES = 32 << 20;
  private static final int SMALL = 320;
  private static final int LARGE = 640;

  /// A decoded picture takes up to 128 MB, so they take turns.
  private static final int DECODED_AT_ONCE = 2;

  /// Whoever only looks waits for others who look, and for nobody who stores.
  private static final int LOOKED_AT_ONCE = 1;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Semaphore turns = new Semaphore(DECODED_AT_ONCE);
  private final Semaphore looks = new Semaphore(LOOKED_AT_ONCE, true);
  private final Thumbnails thumbnails = new Thumbnails();
  private final ObjectStore store;

  public PictureFiles(ObjectStore store) {
    this.store = store;
  }

  /// What became of bytes that were said to be a picture.
  public sealed interface Outcome {}

  public record Stored(PictureFile file) implements Outcome {}

  /// Nothing was kept; `why` is a sentence for the log and the member.
  public record NotAPicture(String why) implements Outcome {}

  /// Keeps a picture (PNG, JPEG or WebP, not animated, 64 to 4096 pixels a side) after decoding all
  /// of it. Storing again is harmless and leads to the same keys. Throws
  /// [com.aipixels.storage.StorageFailed] when the disk refuses.
  ///
  /// @param stem what the picture was made for, such as the generation's id: pictures of different
  ///   stems never share a file
  /// @param mark null where nothing is known of its making
  /// @param origins which other pictures the file says it descends from
  public Outcome store(String stem, byte[] bytes, @Nullable AiMark mark, Origins origins) {
    try {
      return new Stored(keep(stem, bytes, XmpPacket.of(mark, origins)));
    } catch (BadPicture e) {
      return new NotAPicture(e.why());
    }
  }

  /// A picture from anywhere under the limits of those that are kept, made small: at most 640
  /// pixels on the long side. Empty where the file is no such picture.
  ///
  /// @throws Problem `unavailable` where so many look that it would take too long
  public Optional<BufferedImage> glance(Path file) {
    takeTurn();
    try {
      byte[] bytes = Files.readAllBytes(file);
      BadPicture.unless(bytes.length <= MOST_BYTES, "The file is larger than 32 MiB.");
      PictureHeader header = PictureBytes.read(bytes).header();
      header.check();
      return Optional.of(Thumbnails.shrink(PictureDecoder.decode(header, bytes), LARGE));
    } catch (BadPicture _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      looks.release();
    }
  }

  /// The keys of all files of a picture, whether they are there or not.
  public static List<ObjectKey> keys(ObjectKey original) {
    return List.of(original, small(original), thumbnail(original.stem(), LARGE));
  }

  static ObjectKey small(ObjectKey original) {
    return thumbnail(original.stem(), SMALL);
  }

  /// Removes the original and its thumbnails, where they are there.
  public void delete(ObjectKey original) {
    keys(original).forEach(store::delete);
  }

  private void takeTurn() {
    try {
      if (!looks.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Problem(ProblemCode.UNAVAILABLE, "Too many pictures are being looked at.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(ProblemCode.UNAVAILABLE, "Please try again.");
    }
  }

  private PictureFile keep(String stem, byte[] bytes, @Nullable XmpPacket packet)
      throws BadPicture {
    BadPicture.unless(bytes.length <= MOST_BYTES, "The file is larger than 32 MiB.");
    PictureBytes picture = PictureBytes.read(bytes);
    PictureHeader header = picture.header();
    header.check();
    byte[] original = picture.marked(packet);
    Made made = thumbnails(header, original, packet);
    String hash = hash(stem, original);
    ObjectKey key = new ObjectKey(hash + "." + header.format().extension());
    // The original last: where it is, the thumbnails are.
    store.put(thumbnail(hash, SMALL), made.thumbnails().getFirst());
    store.put(thumbnail(hash, LARGE), made.thumbnails().getLast());
    store.put(key, original);
    return new PictureFile(
        key, thumbnail(hash, LARGE), header.width(), header.height(), made.thumbHash());
  }

  private record Made(List<byte[]> thumbnails, String thumbHash) {}

  private Made thumbnails(PictureHeader header, byte[] file, @Nullable XmpPacket packet)
      throws BadPicture {
    turns.acquireUninterruptibly();
    try {
      BufferedImage image = PictureDecoder.decode(header, file);
      BufferedImage small = Thumbnails.shrink(image, SMALL);
      BufferedImage large = Thumbnails.shrink(image, LARGE);
      return new Made(
          List.of(thumbnails.encode(small, packet), thumbnails.encode(large, packet)),
          ThumbHash.of(small));
    } finally {
      turns.release();
    }
  }

  private static ObjectKey thumbnail(String hash, int longSide) {
    return new ObjectKey(hash + "." + longSide + ".webp");
  }

  private static String hash(String stem, byte[] original) {
    MessageDigest digest = Sha256.begin();
    digest.update(stem.getBytes(UTF_8));
    digest.update((byte) 0);
    digest.update(original);
    return HexFormat.of().formatHex(digest.digest(), 0, 20);
  }
}
