/** Layout, security chain, error pages and static files. */
@NullMarked
package za.co.spikedata.web;

import org.jspecify.annotations.NullMarked;
