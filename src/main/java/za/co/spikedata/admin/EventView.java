package za.co.spikedata.admin;

import java.util.Map;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.audit.Event;

/**
 * One line of the trail as people read it.
 *
 * @param actorName the address of whoever acted, or what the trail itself says
 * @param subjectName the address of whoever it was done to, or what the trail itself says
 */
record EventView(Event event, String when, String actorName, String subjectName) {
    /** The last verification as people read it. */
    record Verified(String when, long events, int findings) {}

    static EventView of(Event event, Map<String, String> emails) {
        return new EventView(
                event,
                Moments.text(event.at()),
                emails.getOrDefault(event.actor(), event.actor()),
                emails.getOrDefault(event.subject(), event.subject()));
    }

    static Verified of(AuditTrail.LastVerification last) {
        return new Verified(Moments.text(last.at()), last.events(), last.findings());
    }

    @Override
    public String toString() {
        return "EventView[" + event.seq() + "]";
    }
}
