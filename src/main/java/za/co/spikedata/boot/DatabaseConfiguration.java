package za.co.spikedata.boot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One pool as the role that owns nothing; the owner's connection is for migrations only. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int POOL_SIZE = 32;
    private static final int KEPT_OPEN = 16;

    /** Where PostgreSQL is and as whom to come. */
    record Address(
            String url, String user, String password, String ownerUser, String ownerPassword) {
        @Override
        public String toString() {
            return "Address[*]";
        }
    }

    /** The keys come first: where there is a database there is what opens it. */
    @Bean
    @Lazy
    @DependsOn("keyService")
    EmbeddedDatabase embeddedDatabase(PortalSettings settings) {
        return EmbeddedDatabase.start(folder(settings.data()));
    }

    /** Where the embedded database is kept. */
    static Path folder(Path data) {
        return data.resolve("postgres");
    }

    @Bean
    Address databaseAddress(
            PortalSettings settings,
            org.springframework.beans.factory.ObjectProvider<EmbeddedDatabase> embedded) {
        var database = settings.database();
        if (!database.isEmbedded()) {
            return new Address(
                    database.url().orElseThrow(),
                    database.user(),
                    database.password(),
                    database.ownerUser().orElseThrow(),
                    database.ownerPassword());
        }
        var server = embedded.getObject();
        return new Address(server.url(), database.user(), "", server.owner(), "");
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(Address address) {
        return new DriverManagerDataSource(
                address.url(), address.ownerUser(), address.ownerPassword());
    }

    /** Opens no connection before the migrations have made its role. */
    @Bean
    @Primary
    HikariDataSource dataSource(Address address) {
        var pool = new HikariConfig();
        pool.setPoolName("portal");
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(POOL_SIZE);
        pool.setMinimumIdle(KEPT_OPEN);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", "spike-portal");
        return new HikariDataSource(pool);
    }

    @Bean
    org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy migrateFirst() {
        return Flyway::migrate;
    }
}
