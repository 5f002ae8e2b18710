package za.co.spikedata.identity;

/** What a password may be. */
final class PasswordRules {
    /** In UTF-16 units; longer ones are refused before they cost anything. */
    static final int LONGEST = 256;

    private PasswordRules() {}
}
