package com.aipixels.gallery;

/// A picture's row is gone, with its likes and comments; its files follow. Whose it was is not
/// said: an event may be kept until long after they left.
public record ImageDeleted(ImageId imageId, String filePath) {}
