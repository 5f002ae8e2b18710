package za.co.spikedata.api;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.api.wire.Credit;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * Charges for answers. Each request is charged once however often it is told, and each file once
 * for the same outcome however often it is sent, so that retries cost nothing.
 */
@Component
class Ledger {
    /** What every tenant begins with, in tenths: ten thousand statements. */
    static final long START = 100_000;

    private static final String GIVEN = "credit/start";

    private final LedgerTable table;
    private final LowBalance lowBalance;
    private final TenantDatabase database;
    private final Clock clock;

    Ledger(LedgerTable table, LowBalance lowBalance, TenantDatabase database, Clock clock) {
        this.table = table;
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

    /** Tenths that are left. */
    long balance(TenantId tenant) {
        return table.end(tenant).map(LedgerTable.End::balance).orElse(START);
    }

    Charged charge(TenantId tenant, Charge charge) {
        return database.call(
                tenant,
                () -> {
                    table.lock(tenant);
                    var end = table.end(tenant).orElseGet(() -> begin(tenant));
                    var before = table.tenths(tenant, charge.request());
                    if (before.isPresent()) {
                        return new Charged.Done(
                                new Credit(end.balance(), Math.toIntExact(-before.get())));
                    }
                    boolean costs =
                            charge.tenths() > 0
                                    && charge.fingerprint()
                                            .filter(each -> !table.isCharged(tenant, each))
                                            .isPresent();
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
                    lowBalance.tell(tenant, end.balance(), left);
                    return new Charged.Done(new Credit(left, price));
                });
    }

    private LedgerTable.End begin(TenantId tenant) {
        table.insert(
                tenant,
                new LedgerTable.Line(
                        1,
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty(),
                        GIVEN,
                        Optional.empty(),
                        START,
                        START));
        return new LedgerTable.End(1, START);
    }
}
