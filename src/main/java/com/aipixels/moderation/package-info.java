/// Reports and decisions: what members complain of, and what becomes of it.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "community",
      "database",
      "gallery",
      "idempotency",
      "identity",
      "look",
      "paging",
      "problems"
    })
package com.aipixels.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
