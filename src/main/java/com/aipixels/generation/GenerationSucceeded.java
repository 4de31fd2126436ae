package com.aipixels.generation;

import com.aipixels.gallery.ImageId;
import com.aipixels.identity.UserId;

/// A request has its picture.
public record GenerationSucceeded(GenerationId generationId, UserId owner, ImageId imageId) {}
