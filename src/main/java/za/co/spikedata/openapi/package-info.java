/** Makes the description of an API (OpenAPI 3.1) of the code that answers it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package za.co.spikedata.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
