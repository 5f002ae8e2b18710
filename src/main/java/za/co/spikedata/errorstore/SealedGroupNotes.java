package za.co.spikedata.errorstore;

import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import za.co.spikedata.vault.CodeMigration;
import za.co.spikedata.vault.KeyService;
import za.co.spikedata.vault.PlatformSecrets;

/**
 * Seals the notes about groups. Rows are written anew by the change of the column's type, so that
 * the files of the table do not keep what they held.
 */
@Component
class SealedGroupNotes extends CodeMigration {
    private static final String CLOSE =
            """
            alter table errorstore_group
              drop column note,
              alter column sealed_note type bytea using sealed_note || ''::bytea;
            """;

    private final KeyService service;

    SealedGroupNotes(KeyService service) {
        super("515", "sealed group notes");
        this.service = service;
    }

    @Override
    public void migrate(Context context) {
        record Noted(String group, String note) {}
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        var notes = new GroupNotes(PlatformSecrets.within(context.getConnection(), service));
        jdbc.sql("alter table errorstore_group add column sealed_note bytea").update();
        var noted =
                jdbc.sql("select id, note from errorstore_group where note <> ''")
                        .query((row, _) -> new Noted(row.getString(1), row.getString(2)))
                        .list();
        for (var each : noted) {
            jdbc.sql("update errorstore_group set sealed_note = :sealed where id = :id")
                    .param("sealed", notes.sealed(each.group(), each.note()))
                    .param("id", each.group())
                    .update();
        }
        jdbc.sql(CLOSE).update();
    }
}
