package za.co.spikedata.tenancy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which versions of tenants' documents were applied, across tenants; their files are elsewhere. */
@Repository
public class Applications {
    private static final RowMapper<Application> ROW =
            (row, _) ->
                    new Application(
                            row.getLong("id"),
                            new TenantId(row.getString("tenant")),
                            row.getInt("before"),
                            row.getInt("number"),
                            row.getString("made_by"),
                            row.getObject("made_at", OffsetDateTime.class).toInstant());

    private static final String ASKED =
            " from tenancy_application where :tenant::text is null or tenant = :tenant ";

    private final JdbcClient jdbc;

    Applications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TenantId tenant, int before, int number, String by, Instant now) {
        jdbc.sql(
                        """
                        insert into tenancy_application
                            (tenant, before, number, made_by, made_at)
                        values (:tenant, :before, :number, :by, :now)
                        """)
                .param("tenant", tenant.value())
                .param("before", before)
                .param("number", number)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of a tenant that ended: its versions go too. */
    void forget(TenantId tenant) {
        jdbc.sql("delete from tenancy_application where tenant = :tenant")
                .param("tenant", tenant.value())
                .update();
    }

    /**
     * The newest first.
     *
     * @param tenant empty: those of all
     */
    public List<Application> newest(Optional<TenantId> tenant, int from, int most) {
        return jdbc.sql("select *" + ASKED + "order by id desc offset :from limit :most")
                .param("tenant", tenant.map(TenantId::value).orElse(null))
                .param("from", from)
                .param("most", most)
                .query(ROW)
                .list();
    }

    public int count(Optional<TenantId> tenant) {
        return jdbc.sql("select count(*)" + ASKED)
                .param("tenant", tenant.map(TenantId::value).orElse(null))
                .query(Integer.class)
                .single();
    }

    public Optional<Application> find(long id) {
        return jdbc.sql("select * from tenancy_application where id = :id")
                .param("id", id)
                .query(ROW)
                .optional();
    }
}
