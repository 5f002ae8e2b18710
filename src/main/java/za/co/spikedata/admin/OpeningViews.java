package za.co.spikedata.admin;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import za.co.spikedata.errorstore.Opening;
import za.co.spikedata.identity.Person;

/** Wishes to see PDFs as support's and administrators' pages show them. */
final class OpeningViews {
    private static final String OFF = "off";
    private static final String NONE = "none";

    private OpeningViews() {}

    /**
     * How a case's page tells of its original.
     *
     * @param state {@code off} by the tenant's policy, {@code none} asked yet, or a state of the
     *     last wish in lower case
     * @param until when looking ends; empty where nobody may look
     * @param isMine whether this person asked
     */
    record SupportView(String state, String reason, String until, boolean isMine) {
        public boolean canAsk() {
            return !state.equals(OFF)
                    && !state.equals(lower(Opening.State.ASKED))
                    && !state.equals(lower(Opening.State.GRANTED));
        }

        public boolean canLook() {
            return isMine && state.equals(lower(Opening.State.GRANTED));
        }
    }

    /**
     * A wish as an administrator's page shows it.
     *
     * @param by address of who asked, {@code owner} of whose statement it is
     */
    record AdministratorView(
            String id,
            String document,
            String by,
            String owner,
            String reason,
            String asked,
            String state,
            String until,
            String opened) {
        public boolean isAsked() {
            return state.equals(lower(Opening.State.ASKED));
        }
    }

    static SupportView ofSupport(
            boolean isAllowed, Optional<Opening> latest, Person person, Instant now) {
        if (!isAllowed) {
            return new SupportView(OFF, "", "", false);
        }
        return latest.map(each ->
                        new SupportView(
                                lower(each.state(now)),
                                each.reason(),
                                until(each),
                                each.by().equals(person.id().toString())))
                .orElse(new SupportView(NONE, "", "", false));
    }

    /**
     * @param staff addresses of the platform's people by id
     * @param people addresses of the tenant's
     */
    static AdministratorView ofAdministrator(
            Opening each, Map<String, String> staff, Map<String, String> people, Instant now) {
        return new AdministratorView(
                each.id().toString(),
                each.document().toString().substring(0, 8),
                staff.getOrDefault(each.by(), each.by()),
                people.getOrDefault(each.owner().toString(), each.owner().toString()),
                each.reason(),
                Moments.text(each.asked()),
                lower(each.state(now)),
                until(each),
                each.opened().map(Moments::text).orElse(""));
    }

    private static String until(Opening each) {
        return each.answer().flatMap(Opening.Answer::until).map(Moments::text).orElse("");
    }

    private static String lower(Opening.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
