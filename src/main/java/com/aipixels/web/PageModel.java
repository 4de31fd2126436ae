package com.aipixels.web;

/// What one template shows.
interface PageModel {

  Chrome chrome();

  /// The template's file name; it takes this very type.
  String template();
}
