/// Cursors.
@NullMarked
@ApplicationModule(allowedDependencies = {"problems"})
package com.aipixels.paging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
