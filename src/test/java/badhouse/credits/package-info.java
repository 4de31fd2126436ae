@ApplicationModule
package badhouse.credits;

import org.springframework.modulith.ApplicationModule;
