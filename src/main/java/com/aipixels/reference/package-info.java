/// The API in its own words, for programs and for people.
@NullMarked
@ApplicationModule(allowedDependencies = {"problems"})
package com.aipixels.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
