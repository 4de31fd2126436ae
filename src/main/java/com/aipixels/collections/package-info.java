/// Pictures that members keep together.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"gallery", "idempotency", "identity", "paging", "problems"})
package com.aipixels.collections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
