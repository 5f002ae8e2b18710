/** Mail in the tenant's own words; kept sealed until it is sent. */
@ApplicationModule(allowedDependencies = {"outside", "palette", "tally", "tenancy", "vault"})
@NullMarked
package za.co.spikedata.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
