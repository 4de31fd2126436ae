/// One inbox per member.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "community",
      "gallery",
      "generation",
      "identity",
      "paging",
      "problems",
      "signals",
      "turns"
    })
package com.aipixels.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
