package za.co.spikedata.identity;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an operator who acts for a tenant may ask for: the tenant's administration, and what
 * everybody may see. All else is refused: documents, what would open them (people's roles and
 * factors, invitations, new keys, openings of PDFs), and what is a person's own.
 */
final class ActingScope {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final Pattern SEEN =
            Pattern.compile(
                    "/|/settings(/.*)?|/domains|/people(/[0-9a-f-]{36})?|/holds|/api-keys"
                            + "|/audit(/export\\.(csv|json))?|/api-usage(/export\\.csv)?|/webhooks"
                            + "|/sign-in|/error|/security|/verify|/developers|/favicon\\.ico"
                            + "|/tenant\\.schema\\.json|/(brand|language|acting|\\.well-known)/.*");

    private static final Pattern CHANGED =
            Pattern.compile(
                    "/settings|/settings/(?!acting/|mail/).*|/settings/acting/leave|/domains(/.*)?"
                            + "|/api-keys/[^/]+/revoke|/webhooks/[^/]+/(pause|resume)");

    private ActingScope() {}

    static boolean isReading(String method) {
        return READING.contains(method);
    }

    /**
     * @param path as it was asked for; what is written otherwise than usual is not allowed
     */
    static boolean allows(String method, String path) {
        return (isReading(method) ? SEEN : CHANGED).matcher(path).matches();
    }
}
