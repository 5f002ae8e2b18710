/**
 * Reads PDFs in worker processes with limits, so that a hostile file harms nothing but its worker.
 */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "engine::json",
            "engine::model",
            "engine::replica",
            "formats",
            "ocr",
            "posture",
            "samples",
            "shape",
            "tenancy"
        })
@NullMarked
package za.co.spikedata.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
