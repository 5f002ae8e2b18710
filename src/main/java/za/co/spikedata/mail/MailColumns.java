package za.co.spikedata.mail;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.vault.SealedColumns;

/** Mail that waits and passwords of tenants' servers, sealed. */
@Component
class MailColumns implements SealedColumns {
    @Override
    public List<Column> columns() {
        return List.of(
                new Column("mail_letter", "sealed", "'mail_letter/' || id"),
                new Column(
                        "mail_server_password",
                        "sealed",
                        "'mail_server_password/' || host || '/' || account"));
    }
}
