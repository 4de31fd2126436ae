/// Taking one's things, and leaving.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "community",
      "credits",
      "gallery",
      "generation",
      "identity",
      "look",
      "problems",
      "storage",
      "turns"
    })
package com.aipixels.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
