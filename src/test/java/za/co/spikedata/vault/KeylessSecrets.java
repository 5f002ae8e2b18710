package za.co.spikedata.vault;

import java.time.Clock;
import org.springframework.context.ApplicationContext;

/** The portal's secrets on a node that has no key yet, while the key service does not answer. */
public final class KeylessSecrets extends TenantSecrets {
    public KeylessSecrets(ApplicationContext portal) {
        super(
                new KeyRing(
                        new Away(),
                        portal.getBean(TenantKeyTable.class),
                        portal.getBean(Clock.class)),
                portal.getBean(BrokenSeals.class));
    }

    private static final class Away implements KeyService {
        @Override
        public String current() {
            return "away";
        }

        @Override
        public byte[] wrap(byte[] key, String context) {
            throw new KeysUnavailable(new IllegalStateException("No key service"));
        }

        @Override
        public byte[] unwrap(String by, byte[] wrapped, String context) {
            throw new KeysUnavailable(new IllegalStateException("No key service"));
        }
    }
}
