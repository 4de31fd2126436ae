package com.aipixels.engines;

import java.util.UUID;

/// An engine says that there is news of a generation. Only a wake-up: it may come twice, late, out
/// of order or for a generation that never was, and says nothing of the outcome; poll to learn it.
/// Published outside of any transaction, on the thread that must answer the engine soon.
public record EngineNudged(UUID generationId) {}
