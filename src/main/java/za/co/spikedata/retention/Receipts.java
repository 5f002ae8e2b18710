package za.co.spikedata.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.signing.Signatures;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Writes, signs and finds receipts of deletions. */
@Component
public class Receipts {
    /** The type in a receipt's header. */
    public static final String TYPE = "deletion-receipt+jwt";

    private static final List<String> CHECKED = List.of("keys", "objects", "rows");

    private static final int BATCH = 500;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DeletionTable table;
    private final Signatures signatures;
    private final Tenants tenants;
    private final Origins origins;
    private final Clock clock;

    Receipts(
            DeletionTable table,
            Signatures signatures,
            Tenants tenants,
            Origins origins,
            Clock clock) {
        this.table = table;
        this.signatures = signatures;
        this.tenants = tenants;
        this.origins = origins;
        this.clock = clock;
    }

    /** Those of one person, the newest first. */
    public List<Receipt> of(TenantId tenant, UUID owner, int most) {
        return table.receipts(tenant, owner, most);
    }

    /** All of one person's, the newest first; they are fetched some at a time. */
    public Iterable<Receipt> all(TenantId tenant, UUID owner) {
        return () ->
                Stream.iterate(
                                table.receipts(tenant, owner, BATCH),
                                batch -> !batch.isEmpty(),
                                batch ->
                                        table.receiptsBehind(tenant, owner, batch.getLast(), BATCH))
                        .flatMap(List::stream)
                        .iterator();
    }

    public Optional<Receipt> find(TenantId tenant, UUID owner, UUID id) {
        return table.receipt(tenant, owner, id);
    }

    /**
     * How far the deletions of one person's things are.
     *
     * @param kind which of them are counted apart
     */
    public Progress progress(TenantId tenant, UUID owner, String kind) {
        return table.progress(tenant, owner, kind);
    }

    /**
     * @param complete those that have their receipt
     * @param all those that began
     * @param ofKind those of the kind that was asked for
     */
    public record Progress(int complete, int all, int ofKind) {}

    /** The claims are the field's own: RFC 7519's where it has them. */
    String signed(TenantId tenant, Deletion deletion) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer(tenant));
        claims.put("jti", deletion.id().toString());
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("kind", deletion.kind());
        claims.put("sub", deletion.item().id().toString());
        if (!deletion.item().sha256().isEmpty()) {
            claims.put("sha256", deletion.item().sha256());
        }
        claims.put("rule", name(deletion.rule()));
        claims.put("begun", iso(deletion.begun()));
        claims.put("completed", iso(clock.instant()));
        claims.put("keysDestroyed", deletion.item().keys().size());
        claims.put("checked", CHECKED);
        return signatures.sign(TYPE, JSON.writeValueAsString(claims));
    }

    /** The last one of a tenant, which the console gives: the tenant's own hosts are no more. */
    String signed(Ending ending) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer(ending.console()));
        claims.put("jti", ending.id().toString());
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("kind", "tenant");
        claims.put("sub", ending.tenant().value());
        claims.put("rule", name(Rule.TENANT_ENDED));
        claims.put("begun", iso(ending.begun()));
        claims.put("completed", iso(clock.instant()));
        claims.put("receipts", table.count(ending.tenant(), Rule.TENANT_ENDED));
        claims.put("checked", CHECKED);
        return signatures.sign(TYPE, JSON.writeValueAsString(claims));
    }

    private static String name(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }

    /** Where the keys are published that verify it, as people reach it. */
    private String issuer(TenantId tenant) {
        return origins.url(tenants.find(tenant).orElseThrow().tenant(), "/");
    }

    private static String iso(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
