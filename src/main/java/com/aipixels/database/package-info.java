/// The PostgreSQL that the service brings along when it is given none.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.aipixels.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
