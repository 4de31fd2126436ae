package com.aipixels.gallery;

import com.aipixels.storage.ObjectKey;

/// The stored files of one picture: the original as served, and the key of its 640-pixel thumbnail.
public record PictureFile(ObjectKey original, ObjectKey thumbnail, int width, int height) {}
