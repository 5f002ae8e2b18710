/** Reads pictures of pages with the Tesseract program, where it is installed. */
@ApplicationModule(allowedDependencies = {"engine::model"})
@NullMarked
package za.co.spikedata.ocr;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
