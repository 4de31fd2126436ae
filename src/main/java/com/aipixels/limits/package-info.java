/// How often somebody may ask.
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "problems"})
package com.aipixels.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
