/// What members say about each other's work.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"gallery", "idempotency", "identity", "paging", "problems"})
package com.aipixels.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
