/// A stand-in for Clerk on a machine without keys.
@NullMarked
@ApplicationModule(allowedDependencies = "webhooks")
package com.aipixels.localclerk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
