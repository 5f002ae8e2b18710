package za.co.spikedata.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.web.OwnCertificates;
import za.co.spikedata.web.TlsHosts;

/**
 * Gives hosts that tenants got after the settings were read a certificate, without a restart, and
 * the next one when its files change. A host without one is served with nobody's, which browsers
 * refuse.
 */
@Component
class NewHosts implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(NewHosts.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Tenants tenants;
    private final TlsHosts hosts;
    private final Certificates certificates;

    /** Those of the settings' time, whose bundles the server watches by itself. */
    private final Set<String> first = new HashSet<>();

    private final List<OwnCertificates> own;

    /** What each host shows: a certificate's fingerprint, or the times of its files. */
    private final Map<String, Object> shown = new HashMap<>();

    /** Whose each host was when it was looked at last. */
    private final Map<String, TenantId> owners = new HashMap<>();

    private final Set<String> withoutAny = new HashSet<>();
    private final ScheduledExecutorService watching =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("hosts-", 0).factory());

    NewHosts(
            Tenants tenants,
            TlsHosts hosts,
            List<OwnCertificates> own,
            PortalSettings settings,
            Clock clock) {
        this.tenants = tenants;
        this.hosts = hosts;
        this.own = own;
        this.certificates = new Certificates(settings, clock);
        first.addAll(hosts().keySet());
        tenants.onChange(this::lookAtMoved);
        own.forEach(each -> each.onChange(this::look));
        watching.scheduleWithFixedDelay(
                this::look, BETWEEN.toMillis(), BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Map<String, TenantId> hosts() {
        var hosts = new HashMap<String, TenantId>();
        for (var brand : tenants.all()) {
            brand.tenant().allHosts().forEach(host -> hosts.put(host, brand.tenant().id()));
        }
        return hosts;
    }

    private synchronized void look() {
        owners.clear();
        lookAtMoved();
    }

    /** At those that came or went, or are another tenant's now: the others show what they did. */
    private synchronized void lookAtMoved() {
        var served = hosts();
        shown.keySet()
                .removeIf(host -> {
                    boolean isGone = !served.containsKey(host);
                    if (isGone) {
                        hosts.remove(host);
                    }
                    return isGone;
                });
        served.forEach((host, tenant) -> {
            if (!first.contains(host) && !tenant.equals(owners.get(host))) {
                try {
                    show(host);
                } catch (IOException | RuntimeException broken) {
                    log.error("Expected a certificate for each host", broken);
                }
            }
        });
        owners.clear();
        owners.putAll(served);
    }

    private void show(String host) throws IOException {
        for (var each : own) {
            var fingerprint = each.fingerprint(host);
            if (fingerprint.isPresent()) {
                if (!fingerprint.get().equals(shown.get(host))) {
                    showOwn(host, each, fingerprint.get());
                }
                return;
            }
        }
        showFiles(host);
    }

    /**
     * @param fingerprint read before the certificate: where another came in between, the next look
     *     finds a difference and shows it, rather than none while the former is shown
     */
    private void showOwn(String host, OwnCertificates each, String fingerprint) {
        each.find(host)
                .ifPresent(certificate -> {
                    hosts.add(host, certificate);
                    shown.put(host, fingerprint);
                });
    }

    private void showFiles(String host) throws IOException {
        var mistakes = new ArrayList<String>();
        var found = certificates.of(host, mistakes);
        if (found.isEmpty() || !mistakes.isEmpty()) {
            if (withoutAny.add(host)) {
                log.error(
                        "Expected a certificate for each host, found {} mistakes", mistakes.size());
            }
            return;
        }
        var files = found.get();
        var changed =
                List.of(
                        Files.getLastModifiedTime(files.certificate()),
                        Files.getLastModifiedTime(files.key()));
        if (!changed.equals(shown.get(host))) {
            hosts.add(host, files.certificate(), files.key());
            shown.put(host, changed);
        }
    }

    @Override
    public void destroy() {
        watching.shutdownNow();
    }
}
