/// What the database calls out to every process.
@NullMarked
@ApplicationModule(allowedDependencies = {"database"})
package com.aipixels.signals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
