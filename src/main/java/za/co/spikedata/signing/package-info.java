/** The platform's signatures, which anyone verifies with the keys it publishes. */
@ApplicationModule(allowedDependencies = {"tenancy", "vault"})
@NullMarked
package za.co.spikedata.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
