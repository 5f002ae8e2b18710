/** What tests share: the running portal and clients for it. */
@NullMarked
package za.co.spikedata.support;

import org.jspecify.annotations.NullMarked;
