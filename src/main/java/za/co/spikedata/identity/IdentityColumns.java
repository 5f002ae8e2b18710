package za.co.spikedata.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import za.co.spikedata.vault.SealedColumns;

/**
 * What the tables of people hold sealed; contexts as {@link PersonSecrets} and others name them.
 */
@Component
class IdentityColumns implements SealedColumns {
    @Override
    public List<Column> columns() {
        return List.of(
                new Column("identity_person", "sealed_email", "'identity_person.email/' || id"),
                new Column("identity_person", "sealed_name", "'identity_person.name/' || id"),
                new Column(
                        "identity_passkey",
                        "sealed_label",
                        "'identity_person.passkey/' || person_id"),
                new Column(
                        "identity_authenticator", "sealed_secret", "'authenticator/' || person_id"),
                new Column(
                        "identity_authenticator",
                        "pending_secret",
                        "'authenticator/' || person_id"),
                new Column("identity_link", "sealed_detail", "'link/' || person_id"),
                new Column(
                        "identity_acting", "sealed_operator", "'identity_acting.operator/' || id"),
                new Column("identity_acting", "sealed_reason", "'identity_acting.reason/' || id"));
    }
}
