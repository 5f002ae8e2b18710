package za.co.spikedata.api;

import java.time.Instant;
import java.util.Optional;
import za.co.spikedata.tenancy.Dates;

/**
 * A credential as the list shows it.
 *
 * @param pace its own requests a minute; empty where only the tenant's hold
 */
record CredentialView(
        String id,
        String name,
        String kind,
        String scopes,
        int mostAtOnce,
        String pace,
        String createdAt,
        Optional<String> lastUsedAt,
        String expiresAt,
        String state,
        boolean replaceable) {
    static CredentialView of(Credential each, Instant now) {
        return new CredentialView(
                each.id().toString(),
                each.name(),
                each.kind().name(),
                Scope.text(each.scopes()),
                each.mostAtOnce(),
                each.pace().own().map(String::valueOf).orElse(""),
                Dates.minute(each.createdAt()),
                each.lastUsedAt().map(Dates::minute),
                each.expiresAt().map(Dates::minute).orElse(""),
                state(each, now),
                each.isReplaceable(now));
    }

    private static String state(Credential each, Instant now) {
        if (each.isLive(now)) {
            return each.isReplaceable(now) ? "LIVE" : "REPLACED";
        }
        return each.revokedAt().isPresent() ? "REVOKED" : "ENDED";
    }

    public boolean live() {
        return state.equals("LIVE") || state.equals("REPLACED");
    }
}
