/** The frozen JSON contract, its tokens and its credits. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "engine::csv",
            "engine::format",
            "engine::json",
            "engine::model",
            "formats",
            "guard",
            "identity",
            "issuers",
            "mail",
            "openapi",
            "retention",
            "sandbox",
            "shape",
            "signing",
            "statements",
            "statements::files",
            "statements::upload",
            "tally",
            "tenancy",
            "vault",
            "web"
        })
@NullMarked
package za.co.spikedata.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
