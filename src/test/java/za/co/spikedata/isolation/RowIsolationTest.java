package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import za.co.spikedata.support.PortalTest;

/**
 * Asks the database as the portal's own role, past every line of Java: with another tenant set and
 * with none, on every table there is.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowIsolationTest {
    private static final String MINE = "iso-mine";
    private static final String THEIRS = "iso-theirs";

    /** Tables of the whole installation, each with the reason why it has no tenant. */
    private static final Map<String, String> OF_NO_TENANT =
            Map.ofEntries(
                    Map.entry(
                            "tenancy_document",
                            "what portals show to everybody; every node serves all"),
                    Map.entry(
                            "domain_account",
                            "the platform's own key with an authority of certificates, sealed"),
                    Map.entry(
                            "scheduled_tasks", "jobs hold ids only; any node works for any tenant"),
                    Map.entry("spring_session", "found by a secret alone, then held to its host"),
                    Map.entry("spring_session_attributes", "the same"),
                    Map.entry("vault_platform_key", "the root of the platform's own keys, wrapped"),
                    Map.entry(
                            "signing_key",
                            "the platform's own, sealed; its public half is published"),
                    Map.entry(
                            "mail_dispatch",
                            "what became of mails, for operators; names nobody but by ids"),
                    Map.entry("tally_tenant", "numbers of each tenant, for operators"),
                    Map.entry(
                            "tenancy_application",
                            "which versions were served when, as everybody could see"),
                    Map.entry("operations_fault", "how kinds of work failed, of no tenant"),
                    Map.entry("guard_bucket", "counts by address, across tenants"),
                    Map.entry(
                            "vault_gone_look",
                            "until when all notes of destroyed halves are settled"),
                    Map.entry(
                            "vault_orphan",
                            "random names of objects that no tenant's row knows of"),
                    Map.entry("guard_offence", "counts by address, across tenants"),
                    Map.entry("guard_ban", "bans addresses from all tenants"),
                    Map.entry(
                            "errorstore_group",
                            "decisions about layouts, whoever's papers have them"));

    @Autowired private JdbcClient app;
    @Autowired private PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private record Column(String name, String type, boolean isNeeded) {}

    Stream<String> tables() {
        return owner()
                .sql(
                        """
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                            and table_name <> 'flyway_schema_history'
                        order by table_name
                        """)
                .query(String.class)
                .list()
                .stream();
    }

    @Test
    @DisplayName("TEN-10 comes as a role that owns nothing and that row-level security binds")
    void comesAsARoleThatOwnsNothing() {
        assertThat(
                        app.sql(
                                        """
                                        select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                                        from pg_roles where rolname = current_user
                                        """)
                                .query(Boolean.class)
                                .single())
                .isFalse();
        assertThat(
                        app.sql(
                                        "select count(*) from pg_class where relowner ="
                                                + " current_user::regrole")
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(
                        app.sql(
                                        """
                                        select count(*) from pg_auth_members
                                        where member = current_user::regrole
                                        """)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @ParameterizedTest(name = "TEN-10 keeps the rows of {0} to their tenant")
    @MethodSource("tables")
    void keepsRowsToTheirTenant(String table) {
        assertThat(leaks(table)).isEmpty();
    }

    @Test
    @DisplayName("TEN-10 would find a table that leaks")
    void wouldFindALeak() {
        try {
            owner().sql("create table zz_leaky (tenant_id text not null, what text)").update();
            owner().sql("grant select, insert, update, delete on zz_leaky to portal_app").update();

            assertThat(leaks("zz_leaky"))
                    .contains(
                            "no forced row-level security",
                            "reads theirs",
                            "reads without a tenant",
                            "changes theirs",
                            "deletes theirs",
                            "inserts for them",
                            "gives them a row");
        } finally {
            owner().sql("drop table zz_leaky").update();
        }
    }

    private List<String> leaks(String table) {
        var columns = columns(table);
        boolean hasTenant = columns.stream().anyMatch(each -> each.name().equals("tenant_id"));
        if (OF_NO_TENANT.containsKey(table)) {
            return hasTenant ? List.of("has a tenant, but is listed as having none") : List.of();
        }
        if (!hasTenant) {
            return List.of("has no tenant, and nothing says why");
        }
        var leaks = new ArrayList<String>();
        if (!isForced(table)) {
            leaks.add("no forced row-level security");
        }
        try {
            insert(owner(), table, columns, MINE);
            insert(owner(), table, columns, THEIRS);
            probe(table, columns, leaks);
        } finally {
            owner().sql("delete from " + table + " where tenant_id like 'iso-%'").update();
        }
        return leaks;
    }

    private void probe(String table, List<Column> columns, List<String> leaks) {
        var theirs = " where tenant_id = '" + THEIRS + "'";
        var all = "select count(*) from " + table;
        if (tried(MINE, () -> number(all + theirs)).orElse(0) > 0) {
            leaks.add("reads theirs");
        }
        if (tried(MINE, () -> number(all)).orElse(1) != 1) {
            leaks.add("reads more or less than mine");
        }
        for (var none : new String[] {null, ""}) {
            if (tried(none, () -> number(all)).orElse(0) > 0) {
                leaks.add("reads without a tenant");
            }
            if (tried(none, () -> insert(app, table, columns, MINE)).isPresent()) {
                leaks.add("inserts without a tenant");
            }
        }
        var update = "update " + table + " set tenant_id = tenant_id";
        if (tried(MINE, () -> app.sql(update + theirs).update()).orElse(0) > 0
                || tried(MINE, () -> app.sql(update).update()).orElse(0) > 1) {
            leaks.add("changes theirs");
        }
        if (tried(MINE, () -> app.sql("delete from " + table + theirs).update()).orElse(0) > 0) {
            leaks.add("deletes theirs");
        }
        owner().sql("delete from " + table + theirs).update();
        if (tried(MINE, () -> insert(app, table, columns, THEIRS)).isPresent()) {
            leaks.add("inserts for them");
        }
        var give =
                "update "
                        + table
                        + " set tenant_id = '"
                        + THEIRS
                        + "' where tenant_id = '"
                        + MINE
                        + "'";
        if (tried(MINE, () -> app.sql(give).update()).orElse(0) > 0) {
            leaks.add("gives them a row");
        }
    }

    /**
     * What the work gave in a transaction of the tenant, rolled back; empty when it was refused.
     */
    private Optional<Integer> tried(String tenant, java.util.function.Supplier<Integer> work) {
        return Optional.ofNullable(
                new TransactionTemplate(transactions)
                        .execute(status -> {
                            status.setRollbackOnly();
                            if (tenant != null) {
                                app.sql("select set_config('app.tenant', :tenant, true)")
                                        .param("tenant", tenant)
                                        .query(String.class)
                                        .single();
                            }
                            try {
                                return work.get();
                            } catch (DataAccessException refused) {
                                assertThat(refused.getMostSpecificCause().getMessage())
                                        .containsAnyOf("permission denied", "row-level security");
                                return null;
                            }
                        }));
    }

    private int number(String sql) {
        return app.sql(sql).query(Integer.class).single();
    }

    private static int insert(JdbcClient jdbc, String table, List<Column> columns, String tenant) {
        var needed = columns.stream().filter(Column::isNeeded).toList();
        var names = needed.stream().map(Column::name).toList();
        var values = needed.stream().map(each -> value(each, tenant)).toList();
        return jdbc.sql(
                        "insert into %s (%s) values (%s)"
                                .formatted(
                                        table, String.join(", ", names), String.join(", ", values)))
                .update();
    }

    private static String value(Column column, String tenant) {
        if (column.name().equals("tenant_id")) {
            return "'" + tenant + "'";
        }
        return switch (column.type()) {
            case "text", "character varying", "character" -> "'1'";
            case "uuid" -> "gen_random_uuid()";
            case "integer", "bigint", "smallint", "numeric" -> "1";
            case "boolean" -> "true";
            case "bytea" -> "'\\x01'::bytea";
            case "timestamp with time zone" -> "now()";
            case "ARRAY" -> "'{}'";
            case "date" -> "current_date";
            case "jsonb", "json" -> "'{}'";
            case "cidr", "inet" -> "'192.0.2.1'";
            default -> throw new AssertionError("Teach this test a value for " + column);
        };
    }

    private List<Column> columns(String table) {
        return owner().sql(
                        """
                        select column_name, data_type,
                            is_nullable = 'NO' and column_default is null
                                or column_name = 'tenant_id' as needed
                        from information_schema.columns
                        where table_schema = 'public' and table_name = :table
                            and is_generated = 'NEVER' and is_identity = 'NO'
                        """)
                .param("table", table)
                .query((row, _) ->
                        new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    private boolean isForced(String table) {
        return owner().sql(
                        """
                        select relrowsecurity and relforcerowsecurity from pg_class
                        where oid = :table::regclass
                        """)
                .param("table", table)
                .query(Boolean.class)
                .single();
    }

    /** Past foreign keys: what matters is the row, not what it belongs to. */
    private JdbcClient owner() {
        return JdbcClient.create(
                new org.springframework.jdbc.datasource.DelegatingDataSource(owners) {
                    @Override
                    public java.sql.Connection getConnection() throws java.sql.SQLException {
                        var connection = super.getConnection();
                        try (var statement = connection.createStatement()) {
                            statement.execute("set session_replication_role = replica");
                        }
                        return connection;
                    }
                });
    }
}
