/** Glyphs become words, words become lines; geometry in points, origin at the top left. */
@NullMarked
package za.co.spikedata.engine.layout;

import org.jspecify.annotations.NullMarked;
