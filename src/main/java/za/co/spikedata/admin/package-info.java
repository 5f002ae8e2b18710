/** Pages for platform operators, support and tenant administrators. */
@ApplicationModule(
        allowedDependencies = {
            "api",
            "audit",
            "engine::model",
            "engine::replica",
            "errorstore",
            "guard",
            "identity",
            "logo",
            "mail",
            "retention",
            "statements::upload",
            "tenancy"
        })
@NullMarked
package za.co.spikedata.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
