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

    private static final Set<String> SECOND = Set.of(AUTHENTICATOR, RECOVERY_CODE, PASSKEY);

    private Factors() {}

    static boolean hasPassword(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(PASSWORD::equals);
    }

    static boolean hasSecond(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(SECOND::contains);
    }
}
