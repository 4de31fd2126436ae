/// What a member may spend, and every movement of it.
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "paging", "problems"})
package com.aipixels.credits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
