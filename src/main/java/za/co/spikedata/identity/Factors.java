package za.co.spikedata.identity;

import java.time.Instant;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** The authorities that tell how someone proved who they are. */
final class Factors {
    static final String PASSWORD = FactorGrantedAuthority.PASSWORD_AUTHORITY;
    static final String AUTHENTICATOR = "FACTOR_TOTP";
    static final String RECOVERY_CODE = "FACTOR_RECOVERY_CODE";
    static final String PASSKEY = FactorGrantedAuthority.WEBAUTHN_AUTHORITY;

    /** A provider of the tenant vouched for whoever it is. */
    static final String ISSUER = FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY;

    /** It asked for a second factor, and the tenant believes it. */
    static final String ISSUER_SECOND = "FACTOR_ISSUER_SECOND";

    /** It asked them to sign in anew, whoever was signed in there before. */
    static final String ISSUER_AGAIN = "FACTOR_ISSUER_AGAIN";

    private static final Set<String> FIRST = Set.of(PASSWORD, ISSUER);
    private static final Set<String> SECOND = Set.of(AUTHENTICATOR, RECOVERY_CODE, PASSKEY);

    private Factors() {}

    static boolean hasFirst(Authentication authentication) {
        return hasOneOf(FIRST, authentication);
    }

    static boolean hasSecond(Authentication authentication) {
        return hasOneOf(SECOND, authentication);
    }

    static boolean hasSecondOfIssuer(Authentication authentication) {
        return hasOneOf(Set.of(ISSUER_SECOND), authentication);
    }

    /** Whether a provider had them sign in anew since then. */
    static boolean isAgainSince(Instant since, Authentication authentication) {
        return authentication.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .filter(factor -> ISSUER_AGAIN.equals(factor.getAuthority()))
                .anyMatch(factor -> factor.getIssuedAt().isAfter(since));
    }

    private static boolean hasOneOf(Set<String> factors, Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(factors::contains);
    }
}
