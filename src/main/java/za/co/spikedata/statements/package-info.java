/** Statements people bring: upload, reading, results, downloads, deletion. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "engine::json",
            "engine::model",
            "errorstore",
            "identity",
            "mail",
            "retention",
            "samples",
            "sandbox",
            "shape",
            "signing",
            "tally",
            "tenancy",
            "vault"
        })
@NullMarked
package za.co.spikedata.statements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
