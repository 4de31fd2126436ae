/// Work that goes on behind the requests, a piece at a time.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.aipixels.turns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
