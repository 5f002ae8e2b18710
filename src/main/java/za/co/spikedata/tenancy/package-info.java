/** Who is served: tenants, hosts, themes and texts. */
@NullMarked
package za.co.spikedata.tenancy;

import org.jspecify.annotations.NullMarked;
