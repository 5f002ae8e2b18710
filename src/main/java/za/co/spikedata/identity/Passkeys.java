package za.co.spikedata.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;

/**
 * Spring Security's passkeys for one person on one host: a passkey belongs to the host it was made
 * on, and is looked for among that person's alone.
 */
@Component
class Passkeys {
    private final PasskeyTable table;
    private final Origins origins;

    Passkeys(PasskeyTable table, Origins origins) {
        this.table = table;
        this.origins = origins;
    }

    WebAuthnRelyingPartyOperations of(Tenant tenant, String name, Person person) {
        var host = name.toLowerCase(Locale.ROOT);
        var operations =
                new Webauthn4JRelyingPartyOperations(
                        new Only(person),
                        new Kept(person),
                        PublicKeyCredentialRpEntity.builder().id(host).name(tenant.name()).build(),
                        Set.of(origins.of(host)));
        operations.setCustomizeCreationOptions(options ->
                options.authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                                .residentKey(ResidentKeyRequirement.PREFERRED)
                                .userVerification(UserVerificationRequirement.PREFERRED)
                                .build()));
        return operations;
    }

    /** The one person there is for an operation. */
    private record Only(Person person) implements PublicKeyCredentialUserEntityRepository {
        @Override
        public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
            return id.equals(PasskeyTable.handle(person.id())) ? entity() : null;
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
            return name.equals(person.getName()) ? entity() : null;
        }

        @Override
        public void save(PublicKeyCredentialUserEntity entity) {
            throw new IllegalStateException("Expected a person who is there already");
        }

        @Override
        public void delete(Bytes id) {
            throw new IllegalStateException("Expected people to be removed elsewhere");
        }

        private PublicKeyCredentialUserEntity entity() {
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(PasskeyTable.handle(person.id()))
                    .name(person.email())
                    .displayName(person.email())
                    .build();
        }
    }

    /** That person's passkeys. */
    private final class Kept implements UserCredentialRepository {
        private final Person person;

        Kept(Person person) {
            this.person = person;
        }

        @Override
        public void delete(Bytes id) {
            table.delete(person.tenant(), person.id(), id);
        }

        @Override
        public void save(CredentialRecord passkey) {
            table.put(person.tenant(), passkey);
        }

        @Override
        public @Nullable CredentialRecord findByCredentialId(Bytes id) {
            Optional<CredentialRecord> found = table.find(person.tenant(), id);
            return found.filter(passkey ->
                            passkey.getUserEntityUserId().equals(PasskeyTable.handle(person.id())))
                    .orElse(null);
        }

        @Override
        public List<CredentialRecord> findByUserId(Bytes user) {
            return user.equals(PasskeyTable.handle(person.id()))
                    ? table.of(person.tenant(), person.id())
                    : List.of();
        }
    }
}
