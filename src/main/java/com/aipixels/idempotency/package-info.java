/// One answer per key.
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "problems"})
package com.aipixels.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
