/// Pages: asks several rooms, fills one template.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "account",
      "collections",
      "community",
      "credits",
      "engines",
      "gallery",
      "generation",
      "identity",
      "localclerk",
      "look",
      "moderation",
      "notifications",
      "paging",
      "problems",
      "provenance",
      "push"
    })
package com.aipixels.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
