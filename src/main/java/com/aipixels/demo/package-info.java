/// An empty house furnished for a visitor.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "collections",
      "community",
      "gallery",
      "generation",
      "identity",
      "localclerk",
      "look",
      "paging",
      "problems"
    })
package com.aipixels.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
