package za.co.spikedata.mail;

import java.util.Base64;
import java.util.Locale;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Origins;

/** Mails as a brand would send them, to be looked at; nothing is sent. */
@Component
public class MailPreviews {
    /**
     * What the browser lets a mail do that is looked at in a frame: looks are inline and the logo
     * is within; nothing else is let in, and nothing runs.
     */
    public static final String FRAME_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
                    + " frame-ancestors 'self'; base-uri 'none'; sandbox";

    /** Kept free for examples; RFC 5737. */
    private static final String NOBODYS_ADDRESS = "203.0.113.7";

    private final Letters letters;
    private final Origins origins;

    MailPreviews(Letters letters, Origins origins) {
        this.letters = letters;
        this.origins = origins;
    }

    /** The kinds of mail that can be looked at. */
    public enum Kind {
        INVITATION,
        RESET,
        STATEMENT_REREAD,
        NEW_DEVICE;

        /** As its texts' keys name it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A mail.
     *
     * @param from name and address of its sender
     * @param html a whole document, which fetches and runs nothing
     */
    public record Preview(String from, String subject, String text, String html) {}

    public Preview of(Brand brand, Kind kind, Locale locale) {
        var letter = letters.write(brand, locale, kind.key(), values(brand, kind));
        var looks = LetterLooks.of(brand);
        var picture =
                looks.logo()
                        .map(png ->
                                "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                        .orElse("");
        var from = brand.tenant().mail();
        return new Preview(
                "%s <%s>".formatted(from.name(), from.address()),
                letter.subject(),
                letter.plain(),
                LetterHtml.of(letter, looks, picture));
    }

    private Object[] values(Brand brand, Kind kind) {
        return switch (kind) {
            case INVITATION -> new Object[] {link(brand, "/invitation/example")};
            case RESET -> new Object[] {link(brand, "/reset/example")};
            case STATEMENT_REREAD -> new Object[] {link(brand, "/statements/example")};
            case NEW_DEVICE -> new Object[] {"Firefox, Android", NOBODYS_ADDRESS};
        };
    }

    private String link(Brand brand, String path) {
        return origins.url(brand.tenant(), path);
    }
}
