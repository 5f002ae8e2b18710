/** Tells tenants' own servers what becomes of the documents their programs brought. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "destinations",
            "guard",
            "identity",
            "mail",
            "openapi",
            "outside",
            "posture",
            "statements",
            "tenancy",
            "vault"
        })
@NullMarked
package za.co.spikedata.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
