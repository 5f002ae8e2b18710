package za.co.spikedata.boot;

import java.util.List;

/** Settings are wrong; carries every mistake, so that one look mends them all. */
class InvalidSettings extends RuntimeException {
    private final List<String> mistakes;

    InvalidSettings(List<String> mistakes) {
        super("Expected valid settings, found " + mistakes.size() + " mistakes");
        this.mistakes = List.copyOf(mistakes);
    }

    List<String> mistakes() {
        return mistakes;
    }
}
