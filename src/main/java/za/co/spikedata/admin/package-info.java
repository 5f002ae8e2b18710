/** Pages for platform operators. */
@NullMarked
package za.co.spikedata.admin;

import org.jspecify.annotations.NullMarked;
