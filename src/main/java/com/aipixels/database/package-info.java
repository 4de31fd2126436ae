/// The connections to PostgreSQL, and the one that the service brings along when given none.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.aipixels.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
