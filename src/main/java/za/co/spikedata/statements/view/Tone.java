package za.co.spikedata.statements.view;

/** Which of the few looks a document has: word ({@code tone.NAME}), icon and colour. */
public enum Tone {
    WAITING,
    READING,
    LOCKED,
    PROVEN,
    UNPROVEN,
    CONTRADICTED,
    REFUSED;

    /** The name as a CSS class. */
    public String css() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The message that names it. */
    public String key() {
        return "tone." + name();
    }
}
