/// Who is asking, and what people are called.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "problems", "webhooks"})
package com.aipixels.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
