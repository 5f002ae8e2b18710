package za.co.spikedata.domains;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.TenantSecrets;
import za.co.spikedata.web.OwnCertificate;
import za.co.spikedata.web.OwnCertificates;

/** Certificates of proven hosts; keys are sealed under the tenant's key. */
@Component
class DomainCertificates implements OwnCertificates {
    private static final String CONTEXT = "domain_claim.key/";
    private static final int LINE = 64;
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));

    private final ClaimTable claims;
    private final TenantSecrets secrets;
    private final Tenants tenants;
    private final TenantDatabase database;
    private final Audit audit;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    DomainCertificates(
            ClaimTable claims,
            TenantSecrets secrets,
            Tenants tenants,
            TenantDatabase database,
            Audit audit) {
        this.claims = claims;
        this.secrets = secrets;
        this.tenants = tenants;
        this.database = database;
        this.audit = audit;
    }

    /** Shows what somebody brought, here at once and on other nodes within a minute. */
    void keep(TenantId tenant, String by, String host, ServerCertificate certificate) {
        keep(tenant, by, host, certificate, Optional.empty());
    }

    /** Shows what the authority issued. */
    void keep(
            TenantId tenant,
            String by,
            String host,
            ServerCertificate certificate,
            Instant renewal) {
        keep(tenant, by, host, certificate, Optional.of(renewal));
    }

    private void keep(
            TenantId tenant,
            String by,
            String host,
            ServerCertificate certificate,
            Optional<Instant> orderAfter) {
        var kept =
                new ClaimTable.Kept(
                        pem(certificate.chain()),
                        secrets.seal(tenant, CONTEXT + host, certificate.key().getEncoded()),
                        certificate.until());
        database.run(
                tenant,
                () -> {
                    if (claims.keep(tenant, host, kept, orderAfter)) {
                        audit.record(tenant, by, "domain.certified", host);
                    }
                });
        listeners.forEach(Runnable::run);
    }

    @Override
    public Optional<String> fingerprint(String host) {
        return tenant(host).flatMap(tenant -> claims.fingerprint(tenant, host));
    }

    @Override
    public Optional<OwnCertificate> find(String host) {
        return tenant(host)
                .flatMap(tenant ->
                        claims.certificate(tenant, host).map(kept -> opened(tenant, host, kept)));
    }

    private Optional<TenantId> tenant(String host) {
        return tenants.isUnderDomain(host)
                ? Optional.empty()
                : tenants.findByHost(host).map(brand -> brand.tenant().id());
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private OwnCertificate opened(TenantId tenant, String host, ClaimTable.Kept kept) {
        var key = secrets.unseal(tenant, CONTEXT + host, kept.sealedKey());
        return new OwnCertificate(key(key), CertificateReader.certificates(kept.chain()));
    }

    private static PrivateKey key(byte[] pkcs8) {
        try {
            return new JcaPEMKeyConverter().getPrivateKey(PrivateKeyInfo.getInstance(pkcs8));
        } catch (IOException broken) {
            throw new IllegalStateException("Expected a key as it was kept", broken);
        }
    }

    private static String pem(List<X509Certificate> chain) {
        return chain.stream().map(DomainCertificates::pem).collect(Collectors.joining());
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + LINES.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("Expected a certificate that was read", broken);
        }
    }
}
