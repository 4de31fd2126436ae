package com.aipixels.translation;

/// A stretch of a prompt: Korean, or something that stays as it is.
record Passage(String text, boolean korean) {}
