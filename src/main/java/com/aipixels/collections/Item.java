package com.aipixels.collections;

import com.aipixels.gallery.ImageId;

/// A picture in a collection, and where it stands.
record Item(ImageId image, long place) {}
