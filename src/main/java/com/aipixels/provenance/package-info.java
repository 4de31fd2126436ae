/// Made here: knows files again that came from here, and tells members about AI.
@NullMarked
@ApplicationModule(allowedDependencies = {"gallery", "identity", "look", "problems", "storage"})
package com.aipixels.provenance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
