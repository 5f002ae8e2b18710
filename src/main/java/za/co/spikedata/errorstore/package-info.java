/** Papers that fail: why, where, and copies of them that say nothing of what they say. */
@ApplicationModule(
        allowedDependencies = {
            "engine::model",
            "engine::replica",
            "retention",
            "sandbox",
            "shape",
            "tenancy",
            "vault"
        })
@NullMarked
package za.co.spikedata.errorstore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
