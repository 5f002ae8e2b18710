package za.co.spikedata.boot;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything an installation decides, under {@code portal.} (environment: {@code PORTAL_...}).
 *
 * @param domain parent of {@code app.} and {@code admin.}; what <code>{domain}</code> in a tenant's
 *     hosts stands for
 * @param data folder of everything that is kept when database and objects are embedded
 * @param layers folder that holds {@code themes} and {@code tenants}; absent: those in the jar
 * @param demo whether demo people are made; absent: only when listening on loopback alone
 * @param httpPort plain HTTP, which only sends browsers to TLS; 0 takes any free port, -1 none
 * @param publicPort where browsers find TLS from outside; absent: the port the portal listens on
 * @param certificates folder with a certificate and key for each host; absent: made in {@code data}
 * @param proxies addresses or CIDR ranges whose {@code X-Forwarded-For} and {@code -Proto} are
 *     believed
 * @param cloudflare addresses or CIDR ranges whose {@code CF-Connecting-IP} is believed
 * @param origin what links in mail begin with, such as <code>https://{host}</code>; absent: the
 *     port where browsers find this node
 * @param database an external PostgreSQL; without {@code url} the embedded one is started
 * @param objects an external S3; without {@code endpoint} and {@code region} the embedded one
 * @param masterKey base64 of 32 bytes that wrap the tenants' keys; absent: a file in {@code data}
 * @param kms AWS KMS in the place of a master key
 * @param previousMasterKeys keys that still open what they wrapped, until {@code keys rotate} is
 *     done
 * @param trusted networks whose requests are neither slowed nor banned, such as those of monitors
 * @param dns name servers that prove tenants' own hosts, such as {@code 192.0.2.53}; absent: those
 *     of this machine
 * @param acme who issues certificates for tenants' own hosts
 * @param webhooks hosts that webhooks reach wherever they are, on any port and without TLS too; for
 *     tests and development
 * @param bootstrap replaces the first people's random password
 */
record PortalSettings(
        @DefaultValue("localhost") String domain,
        @DefaultValue("data") Path data,
        Optional<String> layers,
        Optional<Boolean> demo,
        @DefaultValue("8080") int httpPort,
        Optional<Integer> publicPort,
        Optional<Path> certificates,
        @DefaultValue List<String> proxies,
        @DefaultValue List<String> cloudflare,
        Optional<String> origin,
        @DefaultValue Database database,
        @DefaultValue Objects objects,
        Optional<String> masterKey,
        @DefaultValue Kms kms,
        @DefaultValue List<String> previousMasterKeys,
        @DefaultValue List<String> trusted,
        @DefaultValue List<String> dns,
        @DefaultValue Acme acme,
        @DefaultValue List<String> webhooks,
        @DefaultValue Bootstrap bootstrap) {
    /**
     * @param url JDBC address
     * @param user role that serves requests; owns nothing
     * @param ownerUser role that owns the tables and migrates them
     */
    record Database(
            Optional<String> url,
            @DefaultValue("portal_app") String user,
            @DefaultValue("") String password,
            Optional<String> ownerUser,
            @DefaultValue("") String ownerPassword) {
        boolean isEmbedded() {
            return url.isEmpty();
        }
    }

    /**
     * @param endpoint address of an S3 that is not Amazon's
     * @param accessKey absent: the SDK's own chain (role of the machine)
     */
    record Objects(
            Optional<URI> endpoint,
            Optional<String> region,
            @DefaultValue("portal") String bucket,
            Optional<String> accessKey,
            Optional<String> secretKey) {
        boolean isEmbedded() {
            return endpoint.isEmpty() && region.isEmpty();
        }
    }

    /**
     * @param key id, ARN or alias of the key that wraps the tenants' keys; absent: no KMS
     * @param region absent: that of the ARN
     * @param endpoint address of a KMS that is not at Amazon's, such as one of a private network
     * @param accessKey absent: the SDK's own chain (role of the machine)
     */
    record Kms(
            Optional<String> key,
            Optional<String> region,
            Optional<URI> endpoint,
            Optional<String> accessKey,
            Optional<String> secretKey) {
        @Override
        public String toString() {
            return "Kms[" + key.orElse("") + "]";
        }
    }

    /**
     * @param directory address of the authority's directory (RFC 8555); absent: administrators
     *     bring certificates themselves
     * @param contact address the authority writes to
     * @param trust PEM file with the certificate of a private authority; absent: what Java trusts
     */
    record Acme(Optional<URI> directory, Optional<String> contact, Optional<Path> trust) {}

    /** First operator's (and demo people's) address and password. */
    record Bootstrap(Optional<String> email, Optional<String> password) {
        @Override
        public String toString() {
            return "Bootstrap[*]";
        }
    }

    boolean isEmbedded() {
        return database.isEmbedded() || objects.isEmbedded();
    }

    @Override
    public String toString() {
        return "PortalSettings[" + domain + "]";
    }
}
