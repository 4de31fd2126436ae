package com.aipixels.upkeep;

/// A counter that says something else than the rows it counts; `id` is its row's.
record Drift(String counter, String id, int stored, int counted) {

  @Override
  public String toString() {
    return "%s of %s is %d, counted %d".formatted(counter, id, stored, counted);
  }
}
