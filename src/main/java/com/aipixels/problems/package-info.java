/// What went wrong, said in one shape: the field, the rule and a stable code.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.aipixels.problems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
