package com.aipixels.collections;

/// The secret that shows a collection to whoever has it.
record Shared(String link) {}
