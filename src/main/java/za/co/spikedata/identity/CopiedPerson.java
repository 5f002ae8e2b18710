package za.co.spikedata.identity;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.retention.Copied;
import za.co.spikedata.retention.Parcel;
import za.co.spikedata.tenancy.TenantId;

/** What is known of a person themselves; secrets are hashed or sealed and never leave. */
@Component
class CopiedPerson implements Copied {
    private final PersonTable people;
    private final PasskeyTable passkeys;
    private final RecoveryCodes recoveryCodes;
    private final DeviceTable devices;
    private final Sessions sessions;

    CopiedPerson(
            PersonTable people,
            PasskeyTable passkeys,
            RecoveryCodes recoveryCodes,
            DeviceTable devices,
            Sessions sessions) {
        this.people = people;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.devices = devices;
        this.sessions = sessions;
    }

    private record Profile(
            String id,
            String email,
            String name,
            Person.Role role,
            Optional<String> language,
            boolean hasAuthenticator,
            int recoveryCodesLeft,
            List<Key> passkeys,
            int rememberedBrowsers,
            List<Session> sessions) {
        @Override
        public String toString() {
            return "Profile[" + id + "]";
        }
    }

    private record Key(String name, String added, String lastUsed) {
        @Override
        public String toString() {
            return "Key[*]";
        }
    }

    private record Session(String browser, String address, String begun, String lastUsed) {}

    @Override
    public void copy(TenantId tenant, UUID person, Parcel parcel) throws IOException {
        var account = people.find(tenant, new PersonId(person));
        if (account.isPresent()) {
            parcel.addJson("profile.json", "profiles", profile(account.get()));
        }
    }

    private Profile profile(Account account) {
        var person = account.person();
        return new Profile(
                person.id().toString(),
                person.email(),
                account.name(),
                person.role(),
                account.language(),
                account.hasAuthenticator(),
                recoveryCodes.left(person),
                passkeys.of(person.tenant(), person.id()).stream()
                        .map(passkey ->
                                new Key(
                                        passkey.getLabel(),
                                        passkey.getCreated().toString(),
                                        passkey.getLastUsed().toString()))
                        .toList(),
                devices.count(person.tenant(), person.id()),
                sessions.of(person).stream()
                        .map(live ->
                                new Session(
                                        live.browser(),
                                        live.address(),
                                        live.begun().toString(),
                                        live.lastUsed().toString()))
                        .toList());
    }
}
