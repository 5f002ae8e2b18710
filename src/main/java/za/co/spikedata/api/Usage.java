package za.co.spikedata.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What one key's requests of one day came to that ended alike.
 *
 * @param credential empty where the platform gave
 * @param tenths of a credit, negative where it cost
 */
record Usage(LocalDate day, Optional<UUID> credential, String code, long requests, long tenths) {
    /** Tenths as people write credits. */
    static String credits(long tenths) {
        return BigDecimal.valueOf(tenths, 1).toPlainString();
    }
}
