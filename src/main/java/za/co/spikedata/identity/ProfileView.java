package za.co.spikedata.identity;

import java.util.List;

/** A person to themselves. */
public record ProfileView(
        String email,
        String name,
        String role,
        boolean hasAuthenticator,
        boolean canTurnOff,
        int recoveryCodes,
        List<PasskeyView> passkeys,
        List<SessionView> sessions) {
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
