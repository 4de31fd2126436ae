package com.aipixels.painter;

/// Builds everything that stands behind and under the figures.
final class Sets {

  private final Stage stage;

  Sets(Stage stage) {
    this.stage = stage;
  }

  void build() {
    new Sky(stage).paint();
    new Water(stage).paint(stage.horizon());
  }
}
