package za.co.spikedata.mail;

/** Whose mail server would take the mail is not known while its tenant is not served. */
final class NotServed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotServed() {
        super("Expected the mail's tenant to be served");
    }
}
