/// From prompt to picture.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "credits",
      "database",
      "engines",
      "gallery",
      "identity",
      "look",
      "paging",
      "problems",
      "signals",
      "translation"
    })
package com.aipixels.generation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
