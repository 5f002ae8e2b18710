package za.co.spikedata.tenancy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a {@code tenant.yml} into a tenant; every mistake is added to the list. */
final class TenantReader {
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,5})([dh])");

    private final String domain;
    private final Set<String> spoken;
    private final List<String> mistakes;

    /**
     * @param spoken the languages that have texts
     */
    TenantReader(String domain, Set<String> spoken, List<String> mistakes) {
        this.domain = domain;
        this.spoken = spoken;
        this.mistakes = mistakes;
    }

    Optional<Tenant> read(String folder, TenantDocument document) {
        int before = mistakes.size();
        var place = "tenants/" + folder + "/tenant.yml: ";
        if (!TenantId.isValid(folder)) {
            mistakes.add(place + "the folder's name is not a tenant id");
        }
        var texts = new DocumentTexts(place, domain, mistakes);
        var name = texts.text("name", document.name());
        var hosts = hosts(place, "hosts", document.hosts());
        if (hosts.isEmpty()) {
            mistakes.add(place + "hosts: at least one is needed");
        }
        var formerHosts = hosts(place, "former-hosts", document.formerHosts());
        var kind =
                choice(
                        place + "kind: expected portal, console or api",
                        document.kind(),
                        Tenant.Kind.PORTAL);
        var mail = new MailReader(place, texts, mistakes).read(document.mail());
        var support =
                Objects.requireNonNullElse(document.support(), new TenantDocument.Support(null));
        var supportEmail = texts.email("support.email", support.email());
        var secondFactor =
                choice(
                        place + "second-factor: expected optional, administrators or everyone",
                        document.secondFactor(),
                        Tenant.SecondFactor.ADMINISTRATORS);
        var roles = RolePolicy.of(place, document.roles(), mistakes);
        var tamperFindings =
                choice(
                        place + "tamper-findings: expected everyone, administrators or nobody",
                        document.tamperFindings(),
                        Tenant.TamperFindings.EVERYONE);
        var retention = retention(place, document.retention());
        var webhooks = new WebhooksReader(place, mistakes).read(document.webhooks());
        var plan = new PlanReader(place, mistakes).read(document.plan());
        var locale = Languages.locale(place, document.locale(), mistakes);
        var languages = Languages.of(place, document.languages(), locale, spoken, mistakes);
        if (mistakes.size() > before) {
            return Optional.empty();
        }
        return Optional.of(
                new Tenant(
                        new TenantId(folder),
                        name,
                        hosts,
                        formerHosts,
                        Objects.requireNonNullElse(document.theme(), "base"),
                        kind,
                        locale,
                        languages,
                        mail,
                        supportEmail,
                        secondFactor,
                        roles,
                        tamperFindings,
                        retention,
                        Boolean.TRUE.equals(document.breakGlass()),
                        !Boolean.FALSE.equals(document.acting()),
                        Optional.ofNullable(document.features())
                                .map(TenantDocument.Features::without)
                                .orElse(Set.of()),
                        webhooks,
                        plan,
                        Boolean.TRUE.equals(document.demo())));
    }

    private List<String> hosts(String place, String key, @Nullable List<String> said) {
        var hosts =
                Objects.requireNonNullElse(said, List.<String>of()).stream()
                        .map(host -> TenantHosts.resolved(host, domain))
                        .toList();
        hosts.stream()
                .filter(host -> !TenantHosts.isHost(host))
                .forEach(host -> mistakes.add(place + key + ": not a host name: " + host));
        return hosts;
    }

    /** What is usual where nothing is said, and after a mistake. */
    private <E extends Enum<E>> E choice(String expected, @Nullable String value, E usual) {
        if (value == null) {
            return usual;
        }
        for (var each : usual.getDeclaringClass().getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
                return each;
            }
        }
        mistakes.add(expected + ", got " + value);
        return usual;
    }

    private Retention retention(String place, TenantDocument.@Nullable Retention said) {
        var usual = Retention.DEFAULT;
        if (said == null) {
            return usual;
        }
        int before = mistakes.size();
        var originals = period(place, "originals", said.originals(), usual.originals());
        var failures = period(place, "failures", said.failures(), usual.failures());
        var results = period(place, "results", said.results(), usual.results());
        if (mistakes.size() == before) {
            try {
                return new Retention(originals, failures, results);
            } catch (IllegalArgumentException outOfBounds) {
                mistakes.add(place + "retention." + outOfBounds.getMessage());
            }
        }
        return usual;
    }

    private Duration period(String place, String key, @Nullable String said, Duration usual) {
        if (said == null) {
            return usual;
        }
        var matched = PERIOD.matcher(said);
        if (!matched.matches()) {
            mistakes.add(place + "retention." + key + ": expected a period such as 12h or 30d");
            return usual;
        }
        long number = Long.parseLong(matched.group(1));
        return matched.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }
}
