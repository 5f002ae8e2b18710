/** Tenants' own OpenID providers: whom they let in, by a browser or with a token. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "destinations",
            "identity",
            "outside",
            "retention",
            "shape",
            "tenancy",
            "vault"
        })
@NullMarked
package za.co.spikedata.issuers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
