package com.aipixels.painter;

/// The light of the day.
enum Hour {
  DAWN,
  DAY,
  SUNSET,
  NIGHT
}
