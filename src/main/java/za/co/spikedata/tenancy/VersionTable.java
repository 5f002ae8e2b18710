package za.co.spikedata.tenancy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every document a tenant ever had or drafted. */
@Repository
class VersionTable {
    private static final RowMapper<TenantVersion> ROW =
            (row, _) ->
                    new TenantVersion(
                            row.getInt("number"),
                            FilesText.parse(row.getString("files")),
                            row.getString("made_by"),
                            row.getObject("made_at", OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;
    private final TenantDatabase database;

    VersionTable(JdbcClient jdbc, TenantDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    void insert(TenantId tenant, TenantVersion version) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        insert into tenancy_version
                                            (tenant_id, number, files, made_by, made_at)
                                        values (:tenant, :number, :files, :by, :at)
                                        """)
                                .param("tenant", tenant.value())
                                .param("number", version.number())
                                .param("files", FilesText.of(version.files()))
                                .param("by", version.madeBy())
                                .param("at", version.madeAt().atOffset(ZoneOffset.UTC))
                                .update());
    }

    Optional<TenantVersion> find(TenantId tenant, int number) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select number, files, made_by, made_at
                                        from tenancy_version
                                        where tenant_id = :tenant and number = :number
                                        """)
                                .param("tenant", tenant.value())
                                .param("number", number)
                                .query(ROW)
                                .optional());
    }

    /** The newest first. */
    List<TenantVersion> newest(TenantId tenant, int most) {
        return database.call(
                tenant,
                () ->
                        jdbc.sql(
                                        """
                                        select number, files, made_by, made_at
                                        from tenancy_version where tenant_id = :tenant
                                        order by number desc limit :most
                                        """)
                                .param("tenant", tenant.value())
                                .param("most", most)
                                .query(ROW)
                                .list());
    }
}
