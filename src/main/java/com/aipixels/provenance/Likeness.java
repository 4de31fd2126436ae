package com.aipixels.provenance;

import com.aipixels.gallery.ImageId;

/// A picture that looks like what was asked about, and in how many bits it differs.
record Likeness(ImageId image, int distance) {}
