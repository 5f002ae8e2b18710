/** People: who they are, what they may do and how they sign in. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "guard",
            "mail",
            "posture",
            "retention",
            "shape",
            "tally",
            "tenancy",
            "vault"
        })
@NullMarked
package za.co.spikedata.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
