package com.aipixels.gallery;

import com.aipixels.storage.ObjectKey;

/// The stored files of one picture: the original as served, and the key of its 640-pixel thumbnail.
///
/// @param thumbHash its rough colours, in base64
public record PictureFile(
    ObjectKey original, ObjectKey thumbnail, int width, int height, String thumbHash) {}
