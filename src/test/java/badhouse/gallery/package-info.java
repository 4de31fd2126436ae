@ApplicationModule(allowedDependencies = {})
package badhouse.gallery;

import org.springframework.modulith.ApplicationModule;
