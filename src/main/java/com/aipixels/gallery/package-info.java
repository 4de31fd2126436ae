/// Pictures and the ways to look through them.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"identity", "look", "paging", "problems", "storage", "turns"})
package com.aipixels.gallery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
