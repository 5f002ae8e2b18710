/** What stands between the socket and the application: strict requests, headers, patience. */
@NamedInterface("door")
@NullMarked
package za.co.spikedata.web.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
