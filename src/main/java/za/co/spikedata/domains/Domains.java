package za.co.spikedata.domains;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.InvalidLayers;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantHosts;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.tenancy.Tenants;

/**
 * Hosts that tenants bring themselves. Anybody may claim any; what counts is who can write its DNS,
 * and until that is shown nothing is served there. A proven host becomes part of the tenant's
 * document, beside the platform's own, which goes on working.
 */
@Component
class Domains {
    private static final int TOKEN_BYTES = 20;
    private static final int MOST = 20;

    /** Every node serves a host long before: the authority may ask any of them. */
    static final Duration UNTIL_SERVED = Duration.ofSeconds(30);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ClaimTable claims;
    private final TextRecords dns;
    private final TenantVersions versions;
    private final Tenants tenants;
    private final TenantDatabase database;
    private final Audit audit;
    private final Scheduler jobs;
    private final Clock clock;

    Domains(
            ClaimTable claims,
            TextRecords dns,
            TenantVersions versions,
            Tenants tenants,
            TenantDatabase database,
            Audit audit,
            Scheduler jobs,
            Clock clock) {
        this.claims = claims;
        this.dns = dns;
        this.versions = versions;
        this.tenants = tenants;
        this.database = database;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What came of a claim or of looking it up. */
    enum Outcome {
        CLAIMED,
        PROVEN,
        /** DNS proves again what it proved before. */
        HELD,
        /** DNS does not say it yet. */
        NOT_YET,
        /** DNS could not be asked. */
        NO_ANSWER,
        NO_HOST,
        /** It is under the platform's own domain, which its operators give away. */
        OURS,
        TAKEN,
        TOO_MANY
    }

    List<Claim> of(TenantId tenant) {
        return claims.of(tenant);
    }

    Optional<Claim> find(TenantId tenant, String host) {
        return claims.find(tenant, host);
    }

    Outcome claim(TenantId tenant, String by, String typed) {
        var parsed = HostName.parse(typed);
        if (parsed.isEmpty()) {
            return Outcome.NO_HOST;
        }
        var host = parsed.get();
        if (tenants.isUnderDomain(host)) {
            return Outcome.OURS;
        }
        if (tenants.findByHost(host).isPresent()) {
            return Outcome.TAKEN;
        }
        if (claims.of(tenant).size() >= MOST) {
            return Outcome.TOO_MANY;
        }
        var token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        var claim =
                new Claim(
                        host,
                        HexFormat.of().formatHex(token),
                        by,
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        0,
                        Optional.empty());
        database.run(
                tenant,
                () -> {
                    if (claims.insert(tenant, claim)) {
                        audit.record(tenant, by, "domain.claimed", host);
                    }
                });
        return Outcome.CLAIMED;
    }

    /** Asks DNS, and serves the host from now on if that is the proof. */
    Outcome look(TenantId tenant, Claim claim) {
        return switch (dns.of(claim.recordName())) {
            case TextRecords.Answer.Unknown() -> Outcome.NO_ANSWER;
            case TextRecords.Answer.Texts(var texts) ->
                    claim.isProvenBy(texts) ? prove(tenant, claim) : Outcome.NOT_YET;
        };
    }

    private Outcome prove(TenantId tenant, Claim claim) {
        var host = claim.host();
        var served = tenants.findByHost(host);
        if (served.filter(brand -> !brand.tenant().id().equals(tenant)).isPresent()) {
            return Outcome.TAKEN;
        }
        try {
            database.run(
                    tenant,
                    () -> {
                        var now = clock.instant();
                        var order = now.plus(UNTIL_SERVED);
                        if (claims.prove(tenant, claim, now, order)) {
                            Issuing.goOn(jobs, tenant, order);
                            change(
                                    tenant,
                                    claim.by(),
                                    "domain.proven",
                                    host,
                                    hosts -> hosts.names(host) ? hosts : hosts.serving(host));
                        }
                    });
        } catch (InvalidLayers another) {
            return Outcome.TAKEN;
        }
        versions.refresh();
        return Outcome.PROVEN;
    }

    /** Asks the authority again, which failed before. */
    void order(TenantId tenant, String host) {
        var now = clock.instant();
        database.run(
                tenant,
                () -> {
                    if (claims.askNow(tenant, host, now)) {
                        Issuing.goOn(jobs, tenant, now);
                    }
                });
    }

    /**
     * @param seen whoever asks came by this host, under a certificate that their browser took
     * @return false, and nothing is changed, where people would be led to no host that surely works
     */
    boolean prefer(TenantId tenant, String by, String host, String seen) {
        return changeNow(tenant, by, "domain.preferred", host, seen, TenantHosts::preferring);
    }

    /** As {@link #prefer} says. */
    boolean forward(TenantId tenant, String by, String host, String seen) {
        return changeNow(tenant, by, "domain.forwarded", host, seen, TenantHosts::forwarding);
    }

    /** One more that is served leads nobody astray. */
    void serve(TenantId tenant, String by, String host) {
        change(tenant, by, "domain.served", host, hosts -> hosts.serving(host));
        versions.refresh();
    }

    /**
     * Its certificate and key go with it.
     *
     * @return false when it is the only one that is served, or that surely works; it stays
     */
    boolean remove(TenantId tenant, String by, Claim claim, String seen) {
        var host = claim.host();
        boolean isGone =
                database.call(
                        tenant,
                        () -> {
                            boolean isLed =
                                    changeLed(
                                            tenant,
                                            by,
                                            "domain.unserved",
                                            host,
                                            seen,
                                            TenantHosts::without);
                            var left = TenantHosts.of(versions.files(tenant), tenants.domain());
                            if (!isLed || left.names(host)) {
                                return false;
                            }
                            if (claims.delete(tenant, host)) {
                                audit.record(tenant, by, "domain.removed", host);
                            }
                            return true;
                        });
        versions.refresh();
        return isGone;
    }

    private boolean changeNow(
            TenantId tenant,
            String by,
            String action,
            String host,
            String seen,
            BiFunction<TenantHosts, String, TenantHosts> change) {
        boolean isLed = changeLed(tenant, by, action, host, seen, change);
        versions.refresh();
        return isLed;
    }

    /** Looks at what it changes while nobody else can change it. */
    private boolean changeLed(
            TenantId tenant,
            String by,
            String action,
            String host,
            String seen,
            BiFunction<TenantHosts, String, TenantHosts> change) {
        var isLed = new AtomicBoolean();
        change(
                tenant,
                by,
                action,
                host,
                hosts -> {
                    var changed = change.apply(hosts, host);
                    isLed.set(!hosts.names(host) || changed.leadsSomewhere(seen, hosts));
                    return isLed.get() ? changed : hosts;
                });
        return isLed.get();
    }

    private void change(
            TenantId tenant,
            String by,
            String action,
            String host,
            UnaryOperator<TenantHosts> change) {
        UnaryOperator<Map<String, String>> files =
                before -> change.apply(TenantHosts.of(before, tenants.domain())).files();
        versions.change(tenant, files, by, _ -> audit.record(tenant, by, action, host));
    }
}
