package za.co.spikedata.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.api.wire.Credit;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.StoredTenants;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * Charges for answers. Each request is charged once however often it is told, and each file once
 * for the same outcome however often it is sent, so that retries cost nothing.
 */
@Component
class Ledger {
    private static final String START = "credit/start";
    private static final String MONTHLY = "credit/monthly";

    /** Names the lock, also to nodes of earlier versions. */
    static final String CREDITS = "credits";

    private static final String GIVEN = "credit/given";

    private final LedgerTable table;
    private final Tenants tenants;
    private final StoredTenants stored;
    private final LowBalance lowBalance;
    private final TenantDatabase database;
    private final Clock clock;

    Ledger(
            LedgerTable table,
            Tenants tenants,
            StoredTenants stored,
            LowBalance lowBalance,
            TenantDatabase database,
            Clock clock) {
        this.table = table;
        this.tenants = tenants;
        this.stored = stored;
        this.lowBalance = lowBalance;
        this.database = database;
        this.clock = clock;
    }

    /**
     * An answer to be charged for.
     *
     * @param tenths its price in tenths of a credit
     * @param fingerprint of the file and the outcome; empty where there was no file
     */
    record Charge(
            UUID request, UUID credential, String code, int tenths, Optional<byte[]> fingerprint) {}

    /** What came of it. */
    sealed interface Charged {
        record Done(Credit credit) implements Charged {}

        /** There is less left than it costs; the answer must not be given. */
        record Insufficient(Credit credit) implements Charged {}
    }

    /**
     * Tenths that are left, with what the plan gives and no line says yet. Whoever is not served
     * has no plan that is known.
     */
    long balance(TenantId tenant) {
        return tenants.plan(tenant)
                .map(plan -> balance(tenant, plan))
                .orElseGet(() -> end(tenant).map(LedgerTable.End::balance).orElse(0L));
    }

    long balance(Client client) {
        return balance(client.tenant(), client.plan());
    }

    private long balance(TenantId tenant, Plan plan) {
        var standing = standing(tenant, plan, Optional.empty(), Optional.empty());
        long written = standing.end().map(LedgerTable.End::balance).orElse(plan.startTenths());
        return written + due(plan, standing);
    }

    long lines(TenantId tenant) {
        return end(tenant).map(LedgerTable.End::seq).orElse(0L);
    }

    private Optional<LedgerTable.End> end(TenantId tenant) {
        return table.standing(tenant, Optional.empty(), Optional.empty(), Optional.empty()).end();
    }

    /** False when fewer are left than are to be taken; what was given before is not given again. */
    boolean give(TenantId tenant, UUID id, long tenths) {
        return database.callAlone(
                tenant,
                CREDITS,
                () -> {
                    var plan = plan(tenant);
                    var standing = standing(tenant, plan, Optional.of(id), Optional.empty());
                    var end = begun(tenant, plan, standing);
                    if (standing.cost().isPresent()) {
                        return true;
                    }
                    if (end.balance() + tenths < 0) {
                        return false;
                    }
                    var next = add(tenant, end, Optional.of(id), GIVEN, tenths);
                    lowBalance.tell(tenant, plan, end.balance(), next.balance());
                    return true;
                });
    }

    Charged charge(Client client, Charge charge) {
        return charge(client.tenant(), client.plan(), charge);
    }

    Charged charge(TenantId tenant, Charge charge) {
        return charge(tenant, plan(tenant), charge);
    }

    private Charged charge(TenantId tenant, Plan plan, Charge charge) {
        return table.chargeAsUsual(
                        tenant, charge, clock.instant(), givenMonthly(plan), plan.lowMark())
                .<Charged>map(Charged.Done::new)
                .orElseGet(() -> chargeAlone(tenant, plan, charge));
    }

    /** Where a charge is not all there is to write or tell, or none is due. */
    private Charged chargeAlone(TenantId tenant, Plan plan, Charge charge) {
        return database.callInTurn(
                tenant,
                CREDITS,
                () -> {
                    var standing =
                            standing(
                                    tenant,
                                    plan,
                                    Optional.of(charge.request()),
                                    charge.fingerprint());
                    var end = begun(tenant, plan, standing);
                    var before = standing.cost();
                    if (before.isPresent()) {
                        return new Charged.Done(
                                new Credit(end.balance(), Math.toIntExact(-before.get())));
                    }
                    boolean costs =
                            charge.tenths() > 0
                                    && charge.fingerprint().isPresent()
                                    && !standing.isCharged();
                    int price = costs ? charge.tenths() : 0;
                    if (price > end.balance()) {
                        return new Charged.Insufficient(new Credit(end.balance(), 0));
                    }
                    long left = end.balance() - price;
                    table.insert(
                            tenant,
                            new LedgerTable.Line(
                                    end.seq() + 1,
                                    clock.instant(),
                                    Optional.of(charge.credential()),
                                    Optional.of(charge.request()),
                                    charge.code(),
                                    costs ? charge.fingerprint() : Optional.empty(),
                                    -price,
                                    left));
                    lowBalance.tell(tenant, plan, end.balance(), left);
                    return new Charged.Done(new Credit(left, price));
                });
    }

    private Plan plan(TenantId tenant) {
        return tenants.plan(tenant).orElseThrow(() -> Plans.unserved(tenant));
    }

    private LedgerTable.Standing standing(
            TenantId tenant, Plan plan, Optional<UUID> request, Optional<byte[]> fingerprint) {
        return table.standing(tenant, request, fingerprint, givenMonthly(plan));
    }

    private Optional<UUID> givenMonthly(Plan plan) {
        return plan.monthlyTenths() > 0 ? Optional.of(thisMonth()) : Optional.empty();
    }

    /**
     * Where the ledger ends once all is written that the plan gives by now. Lines stay for ever, so
     * they are of the plan that holds, not of the one this node heard of last.
     */
    private LedgerTable.End begun(TenantId tenant, Plan heard, LedgerTable.Standing standing) {
        if (standing.end().isPresent() && due(heard, standing) == 0) {
            return standing.end().get();
        }
        var plan = stored.plan(tenant).orElseThrow(() -> Plans.unserved(tenant));
        var start =
                standing.end()
                        .orElseGet(() ->
                                add(
                                        tenant,
                                        new LedgerTable.End(0, 0),
                                        Optional.empty(),
                                        START,
                                        plan.startTenths()));
        long due = due(plan, standing);
        return due == 0 ? start : add(tenant, start, Optional.of(thisMonth()), MONTHLY, due);
    }

    /** What this month gives and did not give yet. */
    private static long due(Plan plan, LedgerTable.Standing standing) {
        return standing.isMonthGiven() ? 0 : plan.monthlyTenths();
    }

    /** Names the month's line, so that there is one. */
    private UUID thisMonth() {
        var month = YearMonth.from(clock.instant().atZone(Dates.HOME));
        return UUID.nameUUIDFromBytes(("credits of " + month).getBytes(StandardCharsets.US_ASCII));
    }

    private LedgerTable.End add(
            TenantId tenant, LedgerTable.End end, Optional<UUID> id, String code, long tenths) {
        var next = new LedgerTable.End(end.seq() + 1, end.balance() + tenths);
        table.insert(
                tenant,
                new LedgerTable.Line(
                        next.seq(),
                        clock.instant(),
                        Optional.empty(),
                        id,
                        code,
                        Optional.empty(),
                        tenths,
                        next.balance()));
        return next;
    }
}
