/// Bytes by key; knows nothing about pictures.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.aipixels.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
