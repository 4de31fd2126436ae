/// Draws without a model: the honest demo engine.
@NullMarked
@ApplicationModule(allowedDependencies = {"engines", "look"})
package com.aipixels.painter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
