package za.co.spikedata.guard;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/**
 * Decides whether a request is answered. People who are signed in are counted by their account, and
 * never pay for what others do behind the same address.
 */
@Component
class Guard {
    private final Buckets buckets;
    private final Bans bans;
    private final Clock clock;

    Guard(Buckets buckets, Bans bans, Clock clock) {
        this.buckets = buckets;
        this.bans = bans;
        this.clock = clock;
    }

    /**
     * A request as far as it matters here.
     *
     * @param account who is signed in
     * @param isWrite anything but looking
     * @param isDoor the page on which people sign in, open to known devices in spite of a ban
     * @param isApi a program asks, whose keys are held to limits of their own
     */
    record Asked(
            TenantId tenant,
            Caller caller,
            Optional<String> account,
            boolean isWrite,
            boolean isDoor,
            boolean isApi) {
        boolean isStranger() {
            return account.isEmpty() && !caller.isTrusted();
        }
    }

    Optional<Refusal> refusal(Asked asked) {
        if (asked.isStranger()) {
            var ban = bans.find(asked.caller().network());
            if (ban.isPresent() && !(asked.isDoor() && !asked.caller().devices().isEmpty())) {
                var left = Duration.between(clock.instant(), ban.get().until());
                return Optional.of(new Refusal.Banned(ban.get().reason(), left));
            }
        }
        var wanted = buckets(asked);
        var empty = wanted.isEmpty() ? Optional.<Buckets.Empty>empty() : buckets.take(wanted);
        if (empty.isEmpty()) {
            return Optional.empty();
        }
        var network = asked.caller().network();
        if (asked.isStranger()
                && buckets.take(List.of(Allowance.REFUSALS.of(network.toString()))).isPresent()) {
            bans.add(asked.tenant(), network, Ban.Reason.FLOODING);
        }
        return Optional.of(new Refusal.Limited(empty.get().allowance(), empty.get().pause()));
    }

    private static List<Allowance.Bucket> buckets(Asked asked) {
        var tenant = asked.tenant().value();
        var buckets = new ArrayList<Allowance.Bucket>();
        if (asked.isApi()) {
            if (!asked.caller().isTrusted()) {
                buckets.add(Allowance.API_ADDRESS.of(asked.caller().network().toString()));
            }
            return buckets;
        }
        if (asked.account().isPresent()) {
            var account = tenant + "/" + asked.account().get();
            buckets.add(Allowance.TENANT.of(tenant));
            buckets.add(Allowance.ACCOUNT.of(account));
            if (asked.isWrite()) {
                buckets.add(Allowance.ACCOUNT_WRITES.of(account));
            }
            return buckets;
        }
        buckets.add(Allowance.TENANT_STRANGERS.of(tenant));
        if (!asked.caller().isTrusted()) {
            var network = asked.caller().network().toString();
            buckets.add(Allowance.ADDRESS.of(network));
            if (asked.isWrite()) {
                buckets.add(Allowance.ADDRESS_WRITES.of(network));
            }
        }
        return buckets;
    }
}
