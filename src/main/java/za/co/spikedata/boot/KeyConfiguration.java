package za.co.spikedata.boot;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import za.co.spikedata.vault.KeyService;
import za.co.spikedata.vault.KmsKeys;
import za.co.spikedata.vault.LocalKeys;
import za.co.spikedata.vault.MasterKey;

/** What wraps keys: AWS KMS, a master key of the settings, or a key file of the first start. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {
    private static final Duration ONE_TRY = Duration.ofSeconds(5);
    private static final Duration ALL_TRIES = Duration.ofSeconds(15);

    /** Region, by its place among the parts of a key's ARN. */
    private static final int REGION_OF_ARN = 3;

    /** With KMS it is asked for only where a master key was in use before. */
    @Bean
    @Lazy
    MasterKey masterKey(PortalSettings settings) {
        if (settings.kms().key().isPresent()) {
            return previous(settings).stream()
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    "Expected the master key of before among"
                                            + " portal.previous-master-keys"));
        }
        return settings.masterKey()
                .map(KeyConfiguration::decoded)
                .orElseGet(() -> MasterKeyFile.in(settings.data()));
    }

    @Bean
    @Lazy
    KmsClient kms(PortalSettings settings) {
        return client(settings.kms());
    }

    @Bean
    KeyService keyService(
            PortalSettings settings,
            ObjectProvider<MasterKey> master,
            ObjectProvider<KmsClient> kms) {
        var previous = previous(settings);
        return settings.kms()
                .key()
                .<KeyService>map(key ->
                        new KmsKeys(
                                kms.getObject(),
                                key,
                                previous.stream()
                                        .findFirst()
                                        .map(first -> new LocalKeys(first, previous))))
                .orElseGet(() -> new LocalKeys(master.getObject(), previous));
    }

    static KmsClient client(PortalSettings.Kms settings) {
        var client =
                KmsClient.builder()
                        .region(Region.of(region(settings)))
                        .credentialsProvider(credentials(settings))
                        .overrideConfiguration(waits ->
                                waits.apiCallAttemptTimeout(ONE_TRY).apiCallTimeout(ALL_TRIES));
        settings.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    private static String region(PortalSettings.Kms settings) {
        return settings.region()
                .or(() ->
                        settings.key()
                                .filter(key -> key.startsWith("arn:"))
                                .map(arn -> arn.split(":"))
                                .filter(parts -> parts.length > REGION_OF_ARN)
                                .map(parts -> parts[REGION_OF_ARN]))
                .orElse("us-east-1");
    }

    private static AwsCredentialsProvider credentials(PortalSettings.Kms settings) {
        return settings.accessKey().isPresent()
                ? StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(
                                settings.accessKey().get(), settings.secretKey().orElseThrow()))
                : DefaultCredentialsProvider.builder().build();
    }

    private static List<MasterKey> previous(PortalSettings settings) {
        return settings.previousMasterKeys().stream().map(KeyConfiguration::decoded).toList();
    }

    private static MasterKey decoded(String key) {
        return new MasterKey(Base64.getDecoder().decode(key));
    }
}
