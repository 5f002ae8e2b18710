/** People: who they are and how they sign in. */
@NullMarked
package za.co.spikedata.identity;

import org.jspecify.annotations.NullMarked;
