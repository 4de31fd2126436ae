/// What an operator runs by hand.
@NullMarked
@ApplicationModule(allowedDependencies = {"database"})
package com.aipixels.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
