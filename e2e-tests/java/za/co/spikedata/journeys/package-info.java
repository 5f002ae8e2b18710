/**
 * Journeys of people in a real browser through the portal as it ships: the jar and nothing else.
 */
@NullMarked
package za.co.spikedata.journeys;

import org.jspecify.annotations.NullMarked;
