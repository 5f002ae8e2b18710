/** Reads statements without a server: the same engine, the same proof. */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "engine::json",
            "engine::model",
            "engine::verify",
            "formats",
            "ocr",
            "retention",
            "samples",
            "signing",
            "statements::files"
        })
@NullMarked
package za.co.spikedata.commandline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
