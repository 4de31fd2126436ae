package com.aipixels.generation;

import com.aipixels.identity.UserId;

/// A request ended without a picture, and its credit went back; `code` says why.
public record GenerationFailed(GenerationId generationId, UserId owner, String code) {}
