/// Calls from outside, signed as Standard Webhooks say.
@NullMarked
@ApplicationModule(allowedDependencies = {"problems"})
package com.aipixels.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
