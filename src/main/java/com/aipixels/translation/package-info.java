/// Korean in, English out.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.aipixels.translation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
