/** The only package of the engine that knows PDFBox: bytes become pages of glyphs. */
@NullMarked
package za.co.spikedata.engine.pdf;

import org.jspecify.annotations.NullMarked;
