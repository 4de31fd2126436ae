package com.aipixels.gallery;

import com.aipixels.identity.UserId;

/// A picture can be seen by everyone from now on.
public record ImagePublished(ImageId imageId, UserId owner) {}
