package za.co.spikedata.mail;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a mail says, however it is drawn.
 *
 * @param portal the name of whoever writes
 * @param subject one line
 * @param hint what is said before an address that is also a button
 * @param footer who wrote, and whom to ask
 */
record Letter(
        String portal,
        Locale locale,
        String subject,
        List<Part> parts,
        String hint,
        String footer) {
    static final String GAP = "\n\n";

    Letter {
        parts = List.copyOf(parts);
    }

    /** What lies between two gaps, as it is written in plain text. */
    sealed interface Part {
        String text();
    }

    record Paragraph(String text) implements Part {}

    /**
     * The one thing to do.
     *
     * @param text as it was said, the address in it
     * @param address a page of the tenant's own portal
     * @param label what the button says
     */
    record Action(String text, String address, String label) implements Part {
        /** Whether nothing else is said around the address. */
        boolean isBare() {
            return text.equals(address);
        }
    }

    String plain() {
        return parts.stream().map(Part::text).collect(Collectors.joining(GAP))
                + GAP
                + footer
                + "\n";
    }
}
