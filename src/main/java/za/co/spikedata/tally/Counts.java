package za.co.spikedata.tally;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import za.co.spikedata.tenancy.TenantId;

/** The last numbers of every tenant, side by side. */
@Repository
class Counts {
    private static final String COLUMNS = columns("%1$s");

    private static final String PUT =
            """
            insert into tally_tenant (tenant, counted_at, %s) values (:tenant, :at, %s)
            on conflict (tenant) do update set counted_at = excluded.counted_at, %s
            """
                    .formatted(COLUMNS, columns(":%1$s"), columns("%1$s = excluded.%1$s"));

    private static final String NAMED =
            " from tally_tenant where :part = '' or strpos(tenant, :part) > 0 ";

    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Counted counted) {
        var sql =
                jdbc.sql(PUT)
                        .param("tenant", counted.tenant().value())
                        .param("at", counted.at().atOffset(ZoneOffset.UTC));
        for (var figure : Figure.values()) {
            sql = sql.param(figure.column(), counted.of(figure));
        }
        sql.update();
    }

    /**
     * @param part of the tenants' short names
     */
    List<Counted> list(String part, Order order, int from, int most) {
        var sql =
                "select tenant, counted_at, %s %s order by %s offset :from limit :most"
                        .formatted(COLUMNS, NAMED, order.sql());
        return jdbc.sql(sql)
                .param("part", part)
                .param("from", from)
                .param("most", most)
                .query(Counts::row)
                .list();
    }

    int count(String part) {
        return jdbc.sql("select count(*)" + NAMED)
                .param("part", part)
                .query(Integer.class)
                .single();
    }

    Optional<Instant> oldest() {
        return jdbc.sql("select min(counted_at) from tally_tenant")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Those of tenants that are there no more. */
    void forgetBefore(Instant counted) {
        jdbc.sql("delete from tally_tenant where counted_at < :at")
                .param("at", counted.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Counted row(ResultSet row, int number) throws SQLException {
        var figures = new EnumMap<Figure, Long>(Figure.class);
        for (var figure : Figure.values()) {
            figures.put(figure, row.getLong(figure.column()));
        }
        return new Counted(
                new TenantId(row.getString("tenant")),
                row.getObject("counted_at", OffsetDateTime.class).toInstant(),
                figures);
    }

    private static String columns(String form) {
        return Arrays.stream(Figure.values())
                .map(figure -> form.formatted(figure.column()))
                .collect(joining(", "));
    }
}
