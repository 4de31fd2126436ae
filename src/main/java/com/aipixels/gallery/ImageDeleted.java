package com.aipixels.gallery;

import com.aipixels.identity.UserId;

/// A picture's row is gone, with its likes and comments; its files follow.
public record ImageDeleted(ImageId imageId, UserId owner, String filePath) {}
