package com.aipixels.web;

import com.aipixels.gallery.Version;

/// One place of the line that leads to a picture.
///
/// @param skips whether pictures that are not named here stand before it
public record VersionStep(Version version, boolean skips) {}
