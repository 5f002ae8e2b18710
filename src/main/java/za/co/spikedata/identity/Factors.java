package za.co.spikedata.identity;

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

    private static boolean hasOneOf(Set<String> factors, Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(factors::contains);
    }
}
