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
    private static final String PROFILE = "profile.json";

    private final PersonTable people;
    private final PasskeyTable passkeys;
    private final RecoveryCodes recoveryCodes;
    private final DeviceTable devices;
    private final MailLinks links;
    private final Sessions sessions;

    CopiedPerson(
            PersonTable people,
            PasskeyTable passkeys,
            RecoveryCodes recoveryCodes,
            DeviceTable devices,
            MailLinks links,
            Sessions sessions) {
        this.people = people;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.devices = devices;
        this.links = links;
        this.sessions = sessions;
    }

    private record Profile(
            String id,
            String email,
            String name,
            Person.Role role,
            Account.State state,
            String created,
            Optional<String> language,
            Optional<String> languageOfMail,
            boolean hasPassword,
            boolean hasAuthenticator,
            int recoveryCodesLeft,
            List<Key> passkeys,
            List<Remembered> rememberedBrowsers,
            List<Link> linksByMail,
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

    /** A browser, of which no more is kept than the hash of its cookie. */
    private record Remembered(String lastUsed) {}

    /**
     * @param about what it would change, such as the new address that was asked for; empty when it
     *     does not open
     */
    private record Link(MailLinks.Kind kind, Optional<String> about, String expires) {
        @Override
        public String toString() {
            return "Link[" + kind + "]";
        }
    }

    private record Session(String browser, String address, String begun, String lastUsed) {}

    @Override
    public void copy(TenantId tenant, UUID person, Parcel parcel) throws IOException {
        var account = people.find(tenant, new PersonId(person));
        if (account.isPresent()) {
            var profile = profile(account.get());
            parcel.addJson(PROFILE, "profiles", profile);
            profile.linksByMail().stream()
                    .filter(link -> link.about().isEmpty())
                    .forEach(link -> parcel.unreadable(PROFILE + "#linksByMail/" + link.kind()));
        }
    }

    private Profile profile(Account account) {
        var person = account.person();
        var tenant = person.tenant();
        return new Profile(
                person.id().toString(),
                person.email(),
                account.name(),
                person.role(),
                account.state(),
                people.created(tenant, person.id()).orElseThrow().toString(),
                account.language(),
                people.language(tenant, person.email()),
                people.hash(tenant, person.id()).isPresent(),
                account.hasAuthenticator(),
                recoveryCodes.left(person),
                passkeys.of(tenant, person.id()).stream()
                        .map(passkey ->
                                new Key(
                                        passkey.getLabel(),
                                        passkey.getCreated().toString(),
                                        passkey.getLastUsed().toString()))
                        .toList(),
                devices.lastSeen(tenant, person.id()).stream()
                        .map(seen -> new Remembered(seen.toString()))
                        .toList(),
                links.waiting(person).stream()
                        .map(link ->
                                new Link(link.kind(), link.detail(), link.expires().toString()))
                        .toList(),
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
