/** Rows become statements: accounts, periods, opening and closing figures. */
@NullMarked
package za.co.spikedata.engine.assembly;

import org.jspecify.annotations.NullMarked;
