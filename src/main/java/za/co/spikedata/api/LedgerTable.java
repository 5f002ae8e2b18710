package za.co.spikedata.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.api.wire.Credit;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The lines of each tenant's ledger. */
@Component
class LedgerTable {
    private final JdbcClient jdbc;
    private final TenantDatabase database;

    LedgerTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * One line.
     *
     * @param credential empty where the platform gave
     * @param fingerprint of the file and what was charged for; empty where nothing was charged
     * @param tenths of a credit, negative where it cost
     * @param balance after it
     */
    record Line(
            long seq,
            Instant at,
            Optional<UUID> credential,
            Optional<UUID> request,
            String code,
            Optional<byte[]> fingerprint,
            long tenths,
            long balance) {}

    /** Where a ledger ends. */
    record End(long seq, long balance) {}

    /**
     * How a ledger stands towards a request.
     *
     * @param end empty before its first line
     * @param cost tenths of the request's own line, when it has one
     * @param isCharged whether its file was paid for with the same outcome
     * @param isMonthGiven whether what this month gives is written
     */
    record Standing(
            Optional<End> end, Optional<Long> cost, boolean isCharged, boolean isMonthGiven) {}

    /**
     * All that decides what an answer costs, in one look; to be sure of it, under the lock.
     *
     * @param request whose line is asked for
     * @param fingerprint whose charge is asked for
     * @param month names the line of what this month gives
     */
    Standing standing(
            TenantId tenant,
            Optional<UUID> request,
            Optional<byte[]> fingerprint,
            Optional<UUID> month) {
        return database.find(
                        tenant,
                        """
                        select last.seq, last.balance, asked.tenths,
                            exists (select from api_ledger
                                where tenant_id = :tenant
                                    and fingerprint = :fingerprint) as is_charged,
                            exists (select from api_ledger
                                where tenant_id = :tenant
                                    and request_id = :month) as is_month_given
                        from (select :tenant::text as tenant_id) as one
                        left join lateral (select seq, balance from api_ledger
                            where tenant_id = one.tenant_id
                            order by seq desc limit 1) as last on true
                        left join lateral (select tenths from api_ledger
                            where tenant_id = one.tenant_id
                                and request_id = :request) as asked on true
                        """,
                        new MapSqlParameterSource()
                                .addValue("request", request.orElse(null), Types.OTHER, "uuid")
                                .addValue("fingerprint", fingerprint.orElse(null), Types.BINARY)
                                .addValue("month", month.orElse(null), Types.OTHER, "uuid"),
                        LedgerTable::standing)
                .orElseThrow();
    }

    /**
     * Writes the line of a request that has none yet, where that is all there is to do: the ledger
     * has begun, what this month gives is written, enough is left, and its end stays on the same
     * side of the mark. All under the lock, in one trip to the database.
     *
     * @param month names the line of what this month gives, when it gives something
     * @param lowMark tenths below which little is left
     * @return empty, and nothing is written, where there is more to do
     */
    Optional<Credit> chargeAsUsual(
            TenantId tenant, Ledger.Charge charge, Instant at, Optional<UUID> month, long lowMark) {
        return database.findInTurn(
                tenant,
                Ledger.CREDITS,
                """
                with last as (select seq, balance from api_ledger
                    where tenant_id = :tenant order by seq desc limit 1),
                asked as (select seq, balance,
                        case when :fingerprint::bytea is null or exists (select from api_ledger
                                where tenant_id = :tenant and fingerprint = :fingerprint)
                            then 0 else :tenths end as price
                    from last
                    where not exists (select from api_ledger
                            where tenant_id = :tenant and request_id = :request)
                        and (:month::uuid is null or exists (select from api_ledger
                            where tenant_id = :tenant and request_id = :month)))
                insert into api_ledger (tenant_id, seq, at, credential_id, request_id, code,
                    fingerprint, tenths, balance)
                select :tenant, seq + 1, :at, :credential, :request, :code,
                    case when price > 0 then :fingerprint end, -price, balance - price
                from asked
                where price <= balance and (balance < :mark) = (balance - price < :mark)
                returning tenths, balance
                """,
                new MapSqlParameterSource()
                        .addValue("tenths", charge.tenths())
                        .addValue("fingerprint", charge.fingerprint().orElse(null), Types.BINARY)
                        .addValue("request", charge.request())
                        .addValue("month", month.orElse(null), Types.OTHER, "uuid")
                        .addValue("at", at.atOffset(ZoneOffset.UTC))
                        .addValue("credential", charge.credential())
                        .addValue("code", charge.code())
                        .addValue("mark", lowMark),
                (row, _) -> new Credit(row.getLong("balance"), -row.getInt("tenths")));
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        @Nullable Long seq = row.getObject("seq", Long.class);
        @Nullable Long tenths = row.getObject("tenths", Long.class);
        return new Standing(
                seq == null ? Optional.empty() : Optional.of(new End(seq, row.getLong("balance"))),
                Optional.ofNullable(tenths),
                row.getBoolean("is_charged"),
                row.getBoolean("is_month_given"));
    }

    void insert(TenantId tenant, Line line) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into api_ledger (tenant_id, seq, at, credential_id,
                                            request_id, code, fingerprint, tenths, balance)
                                        values (:tenant, :seq, :at, :credential, :request, :code,
                                            :fingerprint, :tenths, :balance)
                                        """)
                                .param("tenant", tenant.value())
                                .param("seq", line.seq())
                                .param("at", line.at().atOffset(ZoneOffset.UTC))
                                .param("credential", line.credential().orElse(null))
                                .param("request", line.request().orElse(null))
                                .param("code", line.code())
                                .param("fingerprint", line.fingerprint().orElse(null))
                                .param("tenths", line.tenths())
                                .param("balance", line.balance())
                                .update());
    }
}
