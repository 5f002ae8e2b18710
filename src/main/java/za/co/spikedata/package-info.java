/** The portal: statement PDFs in, proven transactions out, under each partner's own brand. */
@NullMarked
package za.co.spikedata;

import org.jspecify.annotations.NullMarked;
