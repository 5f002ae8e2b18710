/** What runs, waits and fails, and how each tenant fares: pages for operators, numbers only. */
@ApplicationModule(
        allowedDependencies = {
            "admin",
            "audit",
            "engine::format",
            "engine::model",
            "formats",
            "identity",
            "mail",
            "tally",
            "tenancy"
        })
@NullMarked
package za.co.spikedata.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
