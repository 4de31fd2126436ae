package com.aipixels.storage;

import java.nio.file.Path;
import java.time.Instant;

/// An object as it lies on the disk, to be served from there. It never changes, but it may be
/// deleted while somebody reads it.
///
/// @param length in bytes
/// @param lastModified when it was last put
public record StoredObject(ObjectKey key, Path path, long length, Instant lastModified) {}
