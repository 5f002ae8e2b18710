package za.co.spikedata.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Adds up the ledger for people. */
@Component
class UsageTable {
    /** Days are those of the tenants' country. */
    private final JdbcClient jdbc;

    private final TenantDatabase database;

    UsageTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Whole days, both ends included. */
    record Days(LocalDate from, LocalDate to) {}

    /** The newest day first. */
    List<Usage> of(TenantId tenant, Days days, int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select (at at time zone :zone)::date as day,
                                            credential_id, code,
                                            count(*) as requests, sum(tenths)::bigint as tenths
                                        from api_ledger
                                        where tenant_id = :tenant and at >= :from and at < :to
                                        group by 1, 2, 3
                                        order by 1 desc, 2, 3 limit :most
                                        """)
                                .param("zone", Dates.HOME.getId())
                                .param("tenant", tenant.value())
                                .param(
                                        "from",
                                        days.from()
                                                .atStartOfDay(Dates.HOME)
                                                .withZoneSameInstant(ZoneOffset.UTC)
                                                .toOffsetDateTime())
                                .param(
                                        "to",
                                        days.to()
                                                .plusDays(1)
                                                .atStartOfDay(Dates.HOME)
                                                .withZoneSameInstant(ZoneOffset.UTC)
                                                .toOffsetDateTime())
                                .param("most", most)
                                .query(UsageTable::row)
                                .list());
    }

    private static Usage row(ResultSet row, int number) throws SQLException {
        return new Usage(
                row.getObject("day", LocalDate.class),
                Optional.ofNullable(row.getObject("credential_id", UUID.class)),
                row.getString("code"),
                row.getLong("requests"),
                row.getLong("tenths"));
    }
}
