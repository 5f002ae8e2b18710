package za.co.spikedata.boot;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import za.co.spikedata.vault.KeyRefused;
import za.co.spikedata.vault.KmsKeys;

/** Knocks at an external PostgreSQL and object store, so that a wrong door is told as a setting. */
final class ExternalParts {
    private static final String CONNECT_SECONDS = "10";

    private ExternalParts() {}

    /** What cannot be reached as the settings say; embedded parts are not asked. */
    static List<String> mistakes(PortalSettings settings) {
        var mistakes = new ArrayList<String>();
        if (!settings.database().isEmbedded()) {
            database(settings.database(), mistakes);
        }
        if (!settings.objects().isEmbedded()) {
            objects(settings, mistakes);
        }
        settings.kms().key().ifPresent(key -> keys(settings.kms(), key, mistakes));
        return mistakes;
    }

    private static void database(PortalSettings.Database database, List<String> mistakes) {
        var owner = database.ownerUser().orElseThrow();
        try (var connection = connect(database, owner, database.ownerPassword())) {
            if (!hasRole(connection, database.user())) {
                mistakes.add(
                        "portal.database.user: no role "
                                + database.user()
                                + " yet; create it first, with login and a password");
                return;
            }
        } catch (SQLException refused) {
            mistakes.add("portal.database.owner-user: " + refused.getMessage());
            return;
        }
        try (var _ = connect(database, database.user(), database.password())) {
            return;
        } catch (SQLException refused) {
            mistakes.add("portal.database.user: " + refused.getMessage());
        }
    }

    private static Connection connect(PortalSettings.Database database, String user, String secret)
            throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", secret);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        return DriverManager.getConnection(database.url().orElseThrow(), properties);
    }

    private static boolean hasRole(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            query.setString(1, name);
            try (var found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void keys(PortalSettings.Kms settings, String key, List<String> mistakes) {
        try (var kms = KeyConfiguration.client(settings)) {
            var usable = new KmsKeys(kms, key, Optional.empty());
            usable.unwrap(usable.current(), usable.wrap(new byte[1], "start"), "start");
        } catch (KeyRefused refused) {
            mistakes.add("portal.kms.key: " + refused.getMessage());
        } catch (KmsException refused) {
            mistakes.add("portal.kms: KMS answers " + refused.statusCode());
        } catch (SdkException silent) {
            mistakes.add("portal.kms: KMS does not answer");
        }
    }

    private static void objects(PortalSettings settings, List<String> mistakes) {
        try (var s3 = ObjectsConfiguration.client(settings, settings.objects().endpoint())) {
            s3.headBucket(bucket -> bucket.bucket(settings.objects().bucket()));
        } catch (NoSuchBucketException missing) {
            return; // it is made at start
        } catch (S3Exception refused) {
            mistakes.add(
                    "portal.objects: the store answers "
                            + refused.statusCode()
                            + " to these keys and this bucket");
        } catch (SdkException silent) {
            mistakes.add("portal.objects: the store does not answer");
        }
    }
}
