/** Starts the parts: settings, embedded or external PostgreSQL and S3, first people. */
@NullMarked
package za.co.spikedata.boot;

import org.jspecify.annotations.NullMarked;
