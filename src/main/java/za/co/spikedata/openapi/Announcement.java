package za.co.spikedata.openapi;

import java.util.List;

/**
 * A message that is sent to whoever asked for it (a webhook).
 *
 * @param name of what happened, such as {@code document.done}
 * @param headers of the message, each always there
 * @param form the record that its JSON is
 * @param answers what 200 means to us
 */
public record Announcement(
        String name,
        String summary,
        String description,
        List<Header> headers,
        Class<?> form,
        String answers) {
    public Announcement {
        headers = List.copyOf(headers);
    }

    /** A header of a message. */
    public record Header(String name, Class<?> type, String says) {}

    /** Knows messages that a module sends. */
    @FunctionalInterface
    public interface Source {
        List<Announcement> announcements();
    }
}
