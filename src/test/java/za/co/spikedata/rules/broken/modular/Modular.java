package za.co.spikedata.rules.broken.modular;

import org.springframework.modulith.Modulithic;

/** Modules of which the left one breaks its word. */
@Modulithic
public final class Modular {
    private Modular() {}
}
