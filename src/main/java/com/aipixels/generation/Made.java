package com.aipixels.generation;

import com.aipixels.gallery.PictureFile;

/// A finished picture and how it was made.
///
/// @param reference the engine's own id of it
/// @param model of the engine, with its version
record Made(String translatedPrompt, String reference, String model, PictureFile file) {}
