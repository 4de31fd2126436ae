package com.aipixels.generation;

/// Somebody else has the generation now, or it was cancelled: whatever was being done for it is
/// void.
class LostClaim extends RuntimeException {

  LostClaim(GenerationId id) {
    super("No longer ours: " + id, null, false, false);
  }
}
