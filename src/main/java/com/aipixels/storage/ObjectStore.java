package com.aipixels.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Keeps bytes under a key, on the disk below `aipixels.data`. What [#put] has returned from
/// survives a power cut; what it has not returned from is either there in full or not at all. Every
/// method throws [StorageFailed] when the disk refuses.
@Component
public final class ObjectStore {

  private static final String INCOMING = ".incoming";

  private final Path root;
  private final String accelRedirect;
  private final Incoming incoming;

  @Autowired
  ObjectStore(StorageSettings settings) {
    this(settings.files(), settings.accelRedirect());
  }

  private ObjectStore(Path root, String accelRedirect) {
    this.root = root;
    this.accelRedirect = accelRedirect;
    Path folder = root.resolve(INCOMING);
    this.incoming = new Incoming(folder);
    try {
      Files.createDirectories(folder);
      incoming.sweep();
    } catch (IOException e) {
      throw new StorageFailed("Cannot use the folder " + root.toAbsolutePath(), e);
    }
  }

  /// Another store in a folder of this name beside this one.
  public ObjectStore beside(String folder) {
    return new ObjectStore(root.resolveSibling(folder), "");
  }

  /// Putting the same key again replaces the object at once for new readers.
  public void put(ObjectKey key, byte[] bytes) {
    put(key, out -> out.write(bytes));
  }

  /// The same for what is not in memory. Whatever the content throws, also as unchecked, comes
  /// through.
  public void put(ObjectKey key, ObjectContent content) {
    Path target = path(key);
    Path folder = folder(key);
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        force(root);
      }
      incoming.write(content, target);
      force(folder);
    } catch (IOException e) {
      throw new StorageFailed("Cannot write " + key, e);
    }
  }

  /// Room for what is put together before it is put.
  public Draft draft() {
    try {
      return incoming.draft();
    } catch (IOException e) {
      throw new StorageFailed("Cannot write below " + root.toAbsolutePath(), e);
    }
  }

  public Optional<StoredObject> open(ObjectKey key) {
    Path path = path(key);
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(
          new StoredObject(key, path, found.size(), found.lastModifiedTime().toInstant()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StorageFailed("Cannot read " + key, e);
    }
  }

  /// What an nginx in front is told as `X-Accel-Redirect`, so that it sends the object itself;
  /// empty where there is none that would.
  public Optional<String> accelRedirect(ObjectKey key) {
    return accelRedirect.isEmpty()
        ? Optional.empty()
        : Optional.of(accelRedirect + root.relativize(path(key)));
  }

  /// Harmless where there is nothing.
  public void delete(ObjectKey key) {
    try {
      if (Files.deleteIfExists(path(key))) {
        force(folder(key));
      }
    } catch (IOException e) {
      throw new StorageFailed("Cannot delete " + key, e);
    }
  }

  /// All keys in no order, read folder by folder as the stream advances; it need not be closed.
  /// Objects put or deleted meanwhile may or may not be among them.
  public Stream<ObjectKey> keys() {
    return names(root).stream()
        .filter(name -> name.length() == 2)
        .flatMap(name -> names(root.resolve(name)).stream())
        .filter(ObjectKey::isValid)
        .map(ObjectKey::new);
  }

  private Path path(ObjectKey key) {
    return folder(key).resolve(key.value());
  }

  /// Two characters spread a million pictures over 256 folders, since their keys are hashes.
  private Path folder(ObjectKey key) {
    return root.resolve(key.value().substring(0, 2));
  }

  private static List<String> names(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      List<String> names = new ArrayList<>();
      for (Path entry : entries) {
        names.add(entry.getFileName().toString());
      }
      return names;
    } catch (IOException e) {
      throw new StorageFailed("Cannot list " + folder.toAbsolutePath(), e);
    }
  }

  /// A new or removed name is on the disk only once its folder is.
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
