package za.co.spikedata.boot;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import za.co.spikedata.shape.Words;
import za.co.spikedata.vault.Shelf;
import za.co.spikedata.vault.VaultSettings;

/** The object store, embedded or external, with its bucket. */
@Configuration(proxyBeanMethods = false)
class ObjectsConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectsConfiguration.class);
    private static final Duration ONE_TRY = Duration.ofSeconds(10);
    private static final Duration ALL_TRIES = Duration.ofSeconds(30);
    private static final int SECRET_BYTES = 32;
    private static final String EMBEDDED_ACCESS_KEY = "portal";

    @Bean
    @Lazy
    EmbeddedObjects embeddedObjects(PortalSettings settings) {
        return EmbeddedObjects.start(
                settings.data().resolve("objects"), EMBEDDED_ACCESS_KEY, embeddedSecret(settings));
    }

    @Bean
    S3Client s3(PortalSettings settings, ObjectProvider<EmbeddedObjects> embedded) {
        var objects = settings.objects();
        Optional<URI> endpoint =
                objects.isEmbedded()
                        ? Optional.of(embedded.getObject().endpoint())
                        : objects.endpoint();
        var s3 = client(settings, endpoint);
        var vault = new VaultSettings(objects.bucket());
        for (var shelf : Shelf.values()) {
            prepare(s3, vault.bucket(shelf), shelf);
        }
        return s3;
    }

    private static void prepare(S3Client s3, String name, Shelf shelf) {
        try {
            s3.headBucket(bucket -> bucket.bucket(name));
        } catch (NoSuchBucketException missing) {
            s3.createBucket(bucket -> bucket.bucket(name));
        }
        try {
            s3.putBucketLifecycleConfiguration(request ->
                    request.bucket(name)
                            .lifecycleConfiguration(all -> all.rules(Lifecycles.ofAll())));
        } catch (S3Exception refused) {
            LOG.info(
                    "Bucket {} keeps its own rules: the store answered {}",
                    new Words(shelf.name()),
                    refused.statusCode());
        }
    }

    static S3Client client(PortalSettings settings, Optional<URI> endpoint) {
        var client =
                S3Client.builder()
                        .region(Region.of(settings.objects().region().orElse("us-east-1")))
                        .credentialsProvider(credentials(settings))
                        .overrideConfiguration(waits ->
                                waits.apiCallAttemptTimeout(ONE_TRY).apiCallTimeout(ALL_TRIES))
                        .forcePathStyle(endpoint.isPresent());
        endpoint.ifPresent(client::endpointOverride);
        return client.build();
    }

    private static AwsCredentialsProvider credentials(PortalSettings settings) {
        var objects = settings.objects();
        if (objects.isEmbedded()) {
            return StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(EMBEDDED_ACCESS_KEY, embeddedSecret(settings)));
        }
        return objects.accessKey().isPresent()
                ? StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(
                                objects.accessKey().get(), objects.secretKey().orElseThrow()))
                : DefaultCredentialsProvider.builder().build();
    }

    private static String embeddedSecret(PortalSettings settings) {
        var secret = KeptSecret.in(settings.data().resolve("objects.key"), SECRET_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
