/// What keeps requests to addresses that strangers chose out of our own network.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.aipixels.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
