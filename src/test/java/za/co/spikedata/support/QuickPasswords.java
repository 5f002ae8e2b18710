package za.co.spikedata.support;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The same Argon2id at a hundredth of its price, for the thousands of sign-ins of tests; what it
 * costs in earnest has tests of its own.
 */
class QuickPasswords {
    private static final int MEMORY_KIB = 1_024;

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 1);
    }
}
