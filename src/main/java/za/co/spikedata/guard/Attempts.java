package za.co.spikedata.guard;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/**
 * Stands before every check of a secret. Ten wrong tries lock an account for strangers, wherever
 * they come from; a device on which the password was right before counts its own tries, so that
 * nobody is locked out by others.
 */
@Component
public class Attempts {
    /** Wrong tries until the lock. */
    public static final int TRIES = 10;

    /** The first lock; each further one within a day lasts twice as long. */
    public static final Duration FIRST_LOCK = Duration.ofMinutes(15);

    public static final Duration LONGEST_LOCK = Duration.ofHours(1);

    /** Tries further apart are not of one attack. */
    private static final Duration WINDOW = Duration.ofHours(1);

    private final AttemptTable table;
    private final KnownDevices devices;
    private final Buckets buckets;
    private final Bans bans;
    private final Offences offences;
    private final MeterRegistry meters;
    private final Clock clock;

    Attempts(
            AttemptTable table,
            KnownDevices devices,
            Buckets buckets,
            Bans bans,
            Offences offences,
            MeterRegistry meters,
            Clock clock) {
        this.table = table;
        this.devices = devices;
        this.buckets = buckets;
        this.bans = bans;
        this.offences = offences;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Counts a try before the secret is looked at. Whoever is refused must be answered as if the
     * secret were wrong, after the same work.
     *
     * @param secret what is tried, such as {@code password}
     * @param account whose it is, in its one spelling; need not exist
     */
    public Attempt begin(TenantId tenant, String secret, String account) {
        var hidden = devices.account(tenant, account);
        var caller = Caller.current();
        var device = caller.flatMap(known -> known.device(hidden));
        var strangers = secret + ":" + hidden;
        var key = device.map(known -> strangers + ":" + known.id()).orElse(strangers);
        boolean isOpen =
                (device.isPresent()
                                || caller.filter(each -> isRefused(each, Allowance.SIGN_INS))
                                        .isEmpty())
                        && table.begin(tenant, key, now(), TRIES, WINDOW);
        return new Attempt(tenant, hidden, key, strangers, isOpen, true);
    }

    /**
     * The same of a program, which has no device to be known by: each network has tries of its own,
     * so that strangers elsewhere lock nobody's program out. Its secret is long and random, so that
     * only wrong tries count, and many right ones may come at once.
     */
    public Attempt beginOfProgram(TenantId tenant, String secret, String account) {
        var hidden = devices.account(tenant, account);
        var caller = Caller.current();
        var network = caller.map(known -> known.network().toString()).orElse("");
        var key = secret + ":" + hidden + ":" + network;
        boolean isOpen =
                caller.filter(each -> isRefused(each, Allowance.TOKENS)).isEmpty()
                        && !table.isLocked(tenant, key, now());
        return new Attempt(tenant, hidden, key, key, isOpen, false);
    }

    private boolean isRefused(Caller caller, Allowance allowance) {
        return !caller.isTrusted()
                && (bans.find(caller.network()).isPresent()
                        || buckets.take(List.of(allowance.of(caller.network().toString())))
                                .isPresent());
    }

    /** The secret was replaced by someone who proved to be its owner: a lock ends. */
    public void forget(TenantId tenant, String secret, String account) {
        table.forget(tenant, secret + ":" + devices.account(tenant, account));
    }

    /** One try at a secret. */
    public final class Attempt {
        private final TenantId tenant;
        private final String account;
        private final String key;
        private final String strangers;
        private final boolean isOpen;
        private final boolean isOfPerson;

        private Attempt(
                TenantId tenant,
                String account,
                String key,
                String strangers,
                boolean isOpen,
                boolean isOfPerson) {
            this.tenant = tenant;
            this.account = account;
            this.key = key;
            this.strangers = strangers;
            this.isOpen = isOpen;
            this.isOfPerson = isOfPerson;
        }

        /** Whether a right secret may be taken for right. */
        public boolean isOpen() {
            return isOpen;
        }

        /** The secret was wrong, or the try was refused; true when that locked the account. */
        public boolean failed() {
            Caller.current()
                    .filter(caller -> !caller.isTrusted())
                    .ifPresent(caller -> offences.signInFailed(tenant, caller.network(), account));
            if (!isOfPerson) {
                table.begin(tenant, key, now(), TRIES, WINDOW);
            }
            boolean isLocked =
                    table.lockIfSpent(tenant, key, now(), TRIES, FIRST_LOCK, LONGEST_LOCK);
            if (isLocked) {
                meters.counter("portal.guard.locks").increment();
            }
            return isLocked;
        }

        /** The secret was right: the count begins anew, and the device is known from now on. */
        public void succeeded() {
            table.clear(tenant, List.of(key, strangers), now());
            var caller = Caller.current();
            caller.ifPresent(known -> offences.signInDone(known.network(), account));
            caller.filter(known -> isOfPerson && known.device(account).isEmpty())
                    .ifPresent(known -> known.remember().accept(tokens(known)));
        }

        private List<String> tokens(Caller caller) {
            var tokens = new ArrayList<String>();
            tokens.add(devices.token(tenant, account));
            caller.devices().stream()
                    .limit(KnownDevices.MOST - 1L)
                    .map(KnownDevices.Known::token)
                    .forEach(tokens::add);
            return tokens;
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
