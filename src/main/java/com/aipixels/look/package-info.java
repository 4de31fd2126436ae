/// The words for how a picture may look: category, size, aspect ratio, style, color tone.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.aipixels.look;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
