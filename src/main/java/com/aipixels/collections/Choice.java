package com.aipixels.collections;

import com.aipixels.gallery.Visibility;

/// A collection that a member may put a picture into, and whether it is there already.
public record Choice(CollectionId id, String name, Visibility visibility, boolean isCollected) {}
