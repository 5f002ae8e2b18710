/** Starts the parts: settings, embedded or external PostgreSQL and S3, first people. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "destinations",
            "domains",
            "guard",
            "identity",
            "mail",
            "outside",
            "shape",
            "signing",
            "tenancy",
            "vault",
            "web",
            "web::door"
        })
@NullMarked
package za.co.spikedata.boot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
