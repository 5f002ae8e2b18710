package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.tenancy.Tenant;

/** What the browser's script asks for while a passkey is made or used. */
@RestController
@RequestMapping(
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class PasskeyApi {
    private static final Logger log = LoggerFactory.getLogger(PasskeyApi.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final PasswordProof proof;
    private final SignIns signIns;
    private final HttpSessionPublicKeyCredentialCreationOptionsRepository creations =
            new HttpSessionPublicKeyCredentialCreationOptionsRepository();
    private final HttpSessionPublicKeyCredentialRequestOptionsRepository requests =
            new HttpSessionPublicKeyCredentialRequestOptionsRepository();

    PasskeyApi(Passkeys passkeys, SecondFactors factors, PasswordProof proof, SignIns signIns) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.proof = proof;
        this.signIns = signIns;
    }

    /** A challenge that a passkey of whoever gave the password signs. */
    @PostMapping("/second-factor/passkey/options")
    ResponseEntity<String> challenge(
            Person person,
            Tenant tenant,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        var options =
                passkeys.of(tenant, request.getServerName(), person)
                        .createCredentialRequestOptions(
                                new ImmutablePublicKeyCredentialRequestOptionsRequest(
                                        authentication));
        requests.save(request, response, options);
        return ResponseEntity.ok(JSON.writeValueAsString(options));
    }

    @PostMapping("/second-factor/passkey")
    ResponseEntity<String> give(
            Person person,
            Tenant tenant,
            @RequestBody String signed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var options = requests.load(request);
        requests.save(request, response, null);
        if (options == null) {
            return refused();
        }
        boolean right =
                holds(() -> {
                    var credential =
                            JSON.readValue(
                                    signed,
                                    new TypeReference<
                                            PublicKeyCredential<
                                                    AuthenticatorAssertionResponse>>() {});
                    return passkeys.of(tenant, request.getServerName(), person)
                            .authenticate(
                                    new RelyingPartyAuthenticationRequest(options, credential));
                });
        if (!right) {
            factors.passkeyFailed(person);
            return refused();
        }
        signIns.factorGiven(request, response, person, Factors.PASSKEY);
        return next(SecondFactorPages.next(request, response));
    }

    /** The password again, before a passkey is made; an authenticator and its codes come first. */
    @PostMapping("/second-factor/enrol/passkey/options")
    ResponseEntity<String> offer(
            Person person,
            Tenant tenant,
            Authentication authentication,
            @RequestBody Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var password = Objects.requireNonNullElse(typed.get("password"), "");
        boolean allowed = Account.of(request).orElseThrow().hasAuthenticator();
        if (!allowed || !proof.isGiven(person, password)) {
            return refused();
        }
        var options =
                passkeys.of(tenant, request.getServerName(), person)
                        .createPublicKeyCredentialCreationOptions(
                                new ImmutablePublicKeyCredentialCreationOptionsRequest(
                                        authentication));
        creations.save(request, response, options);
        return ResponseEntity.ok(JSON.writeValueAsString(options));
    }

    @PostMapping("/second-factor/enrol/passkey")
    ResponseEntity<String> register(
            Person person,
            Tenant tenant,
            @RequestBody String made,
            HttpServletRequest request,
            HttpServletResponse response) {
        var options = creations.load(request);
        creations.save(request, response, null);
        if (options == null) {
            return refused();
        }
        boolean right =
                holds(() -> {
                    var key = JSON.readValue(made, RelyingPartyPublicKey.class);
                    var named =
                            new RelyingPartyPublicKey(
                                    key.getCredential(), ProfilePages.name(key.getLabel()));
                    return passkeys.of(tenant, request.getServerName(), person)
                            .registerCredential(
                                    new ImmutableRelyingPartyRegistrationRequest(options, named));
                });
        if (!right) {
            return refused();
        }
        signIns.goOn(request, response, factors.passkeyAdded(person));
        return next("/profile?notice=passkey");
    }

    /** What a browser sends may be anything; whatever does not verify is refused alike. */
    private static boolean holds(Supplier<@org.jspecify.annotations.Nullable Object> verified) {
        try {
            return verified.get() != null;
        } catch (JacksonException
                | IllegalArgumentException
                | com.webauthn4j.verifier.exception.VerificationException
                | com.webauthn4j.converter.exception.DataConversionException refused) {
            log.info("A passkey was refused: {}", refused.getClass());
            return false;
        }
    }

    private static ResponseEntity<String> next(String path) {
        return ResponseEntity.ok(JSON.writeValueAsString(Map.of("next", path)));
    }

    private static ResponseEntity<String> refused() {
        return ResponseEntity.status(HttpStatus.FORBIDDEN).body("{}");
    }
}
