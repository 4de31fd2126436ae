/// Pages: asks several rooms, fills one template.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "credits",
      "engines",
      "gallery",
      "generation",
      "identity",
      "look",
      "paging",
      "problems"
    })
package com.aipixels.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
