package za.co.spikedata.issuers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An OpenID provider that a tenant's administrators trust.
 *
 * @param url exactly as its tokens name it
 * @param domains of the mail addresses it may speak for
 * @param audience of its access tokens for us; empty where it gives none
 * @param trustsFactor whether a second factor that it asked for counts here
 */
record Issuer(
        UUID id,
        String name,
        String url,
        String clientId,
        byte[] sealedSecret,
        List<String> domains,
        Optional<String> audience,
        boolean trustsFactor) {
    Issuer {
        sealedSecret = sealedSecret.clone();
        domains = List.copyOf(domains);
    }

    @Override
    public byte[] sealedSecret() {
        return sealedSecret.clone();
    }

    static String secretContext(UUID id) {
        return "issuers_issuer/" + id;
    }

    boolean speaksFor(String email) {
        return domains.contains(email.substring(email.lastIndexOf('@') + 1));
    }

    @Override
    public String toString() {
        return "Issuer[" + id + "]";
    }
}
