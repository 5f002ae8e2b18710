package za.co.spikedata.mail;

/** A mail was not tried, since enough of its tenant's are on their way. */
final class NotItsTurn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotItsTurn() {
        super("Expected the tenant's mail server to be quicker");
    }
}
