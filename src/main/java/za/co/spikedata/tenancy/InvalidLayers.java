package za.co.spikedata.tenancy;

import java.util.List;

/** Themes or tenants are wrong; carries every mistake, so that one look mends them all. */
public class InvalidLayers extends RuntimeException {
    private final List<String> mistakes;

    InvalidLayers(List<String> mistakes) {
        super("Expected valid themes and tenants, found " + mistakes.size() + " mistakes");
        this.mistakes = List.copyOf(mistakes);
    }

    public List<String> mistakes() {
        return mistakes;
    }
}
