package za.co.spikedata.identity;

import java.util.List;

/**
 * A person to themselves.
 *
 * @param leaving what would come of it if they deleted their account, as part of a text's key
 */
public record ProfileView(
        String email,
        String name,
        String role,
        boolean hasAuthenticator,
        boolean canTurnOff,
        int recoveryCodes,
        List<PasskeyView> passkeys,
        List<SessionView> sessions,
        String leaving) {
    /** One passkey. */
    public record PasskeyView(String id, String label, String added, String lastUsed) {}

    /** One session. */
    public record SessionView(
            String handle, String browser, String address, String begun, boolean current) {}

    public ProfileView {
        passkeys = List.copyOf(passkeys);
        sessions = List.copyOf(sessions);
    }

    public boolean hasOtherSessions() {
        return sessions.size() > 1;
    }
}
