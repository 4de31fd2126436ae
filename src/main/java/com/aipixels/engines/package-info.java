/// Whoever can turn words into pixels.
@NullMarked
@ApplicationModule(allowedDependencies = {"look", "outbound", "problems", "webhooks"})
package com.aipixels.engines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
