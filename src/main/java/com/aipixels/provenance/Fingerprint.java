package com.aipixels.provenance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one picture is known again by.
///
/// @param files the SHA-256 of each of its files
/// @param look null where it is too plain to be told from others, or no file of it lies here
record Fingerprint(List<byte[]> files, @Nullable Look look) {}
