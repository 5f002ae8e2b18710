/**
 * Rules of the house that the build checks; each is shown able to fail on a sample that breaks it.
 */
@NullMarked
package za.co.spikedata.rules;

import org.jspecify.annotations.NullMarked;
