/** Logos as partners bring them, made safe to serve, and seen on whatever lies behind them. */
@ApplicationModule(allowedDependencies = {"palette"})
@NullMarked
package za.co.spikedata.logo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
