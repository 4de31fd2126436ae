/// Whoever can turn words into pixels.
@NullMarked
@ApplicationModule(allowedDependencies = {"look", "problems"})
package com.aipixels.engines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
