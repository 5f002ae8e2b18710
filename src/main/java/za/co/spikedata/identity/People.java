package za.co.spikedata.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The people of each tenant: how the first ones come to be. */
@Component
public class People {
    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    private final PersonTable table;
    private final TenantDatabase database;
    private final PasswordHashing passwords;
    private final ActingEnds actings;
    private final Audit audit;

    People(
            PersonTable table,
            TenantDatabase database,
            PasswordHashing passwords,
            ActingEnds actings,
            Audit audit) {
        this.table = table;
        this.database = database;
        this.passwords = passwords;
        this.actings = actings;
        this.audit = audit;
    }

    /** Whether the tenant has nobody yet. */
    public boolean isEmpty(TenantId tenant) {
        return table.count(tenant) == 0;
    }

    /** Adds a person who signs in with this password. */
    public Person add(TenantId tenant, String email, String password, Person.Role role) {
        var person = new Person(new PersonId(UUID.randomUUID()), tenant, canonical(email), role, 0);
        var hash = passwords.hash(password);
        database.run(
                tenant,
                () -> {
                    if (!table.insert(tenant, person, Account.State.ACTIVE, Optional.of(hash))) {
                        throw new IllegalStateException("Expected an address nobody has yet");
                    }
                    audit.record(tenant, "system", "person.added", person.id().toString());
                });
        return person;
    }

    /** Addresses of the administrators who can sign in. */
    public List<String> administrators(TenantId tenant) {
        return table.all(tenant).stream()
                .filter(account -> account.state() == Account.State.ACTIVE)
                .map(Account::person)
                .filter(person -> person.role() == Person.Role.ADMINISTRATOR)
                .map(Person::email)
                .toList();
    }

    /** Ends every session of the tenant, and whoever acts for it. */
    public void endSessions(TenantId tenant) {
        actings.endAll(tenant, "system");
        database.run(tenant, () -> table.beginEpochs(tenant, NOBODY));
    }

    /** One spelling for each address, so that nobody can register a look-alike of their own. */
    static String canonical(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
