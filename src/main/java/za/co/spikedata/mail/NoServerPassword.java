package za.co.spikedata.mail;

/** A tenant's own mail server waits for an administrator to set its password. */
final class NoServerPassword extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoServerPassword() {
        super("Expected a password for the tenant's own mail server");
    }
}
