package za.co.spikedata.webhooks;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.openapi.Announcement;
import za.co.spikedata.openapi.Announcement.Header;

/** Describes the messages to whoever writes an endpoint. */
@Component
class Announced implements Announcement.Source {
    private static final String DELIVERY =
            "Signed as Standard Webhooks says, with the secret of the endpoint. Tried eight times"
                    + " over about 18 hours under one id until it is answered by 2xx within 15"
                    + " seconds.";
    private static final List<Header> HEADERS =
            List.of(
                    new Header(Signing.ID, String.class, "The same with every try."),
                    new Header(
                            Signing.TIMESTAMP,
                            long.class,
                            "Seconds since 1970, part of what is signed; refuse what is older than"
                                    + " some minutes."),
                    new Header(
                            Signing.SIGNATURE,
                            String.class,
                            "v1, and the base64 of HMAC-SHA256 over id.timestamp.body; several with"
                                    + " spaces between while a secret is replaced."));

    @Override
    public List<Announcement> announcements() {
        return Arrays.stream(Event.values())
                .map(event ->
                        new Announcement(
                                event.word(),
                                summary(event),
                                DELIVERY,
                                HEADERS,
                                MessageForm.class,
                                "It is taken in; any 2xx is. 410 switches the endpoint off."))
                .toList();
    }

    private static String summary(Event event) {
        return switch (event) {
            case DONE -> "A document was read";
            case FAILED -> "A document could not be read";
            case LOCKED -> "A document waits for its password";
            case DELETED -> "A document was deleted";
            case TEST -> "Somebody tries an endpoint";
        };
    }
}
