package za.co.spikedata.boot;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import za.co.spikedata.tenancy.StoredTenants;

/** A connection to the portal's database for a command, beside a running portal or without one. */
@ComponentScan(
        basePackageClasses = StoredTenants.class,
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "za\\.co\\.spikedata\\.tenancy\\.(StoredTenants|ServedDocuments)"))
class CommandParts {
    @Bean
    EmbeddedDatabase.Attached attached(PortalSettings settings) {
        return settings.database().isEmbedded()
                ? EmbeddedDatabase.attach(DatabaseConfiguration.folder(settings.data()))
                : new EmbeddedDatabase.Attached(settings.database().url().orElseThrow(), () -> {});
    }

    @Bean
    DataSource dataSource(EmbeddedDatabase.Attached attached, PortalSettings settings) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(attached.url());
        pool.setUsername(settings.database().user());
        pool.setPassword(settings.database().password());
        pool.setMaximumPoolSize(1);
        return pool;
    }

    @Bean
    NamedParameterJdbcOperations statements(DataSource dataSource) {
        return new NamedParameterJdbcTemplate(dataSource);
    }

    @Bean
    JdbcClient jdbc(NamedParameterJdbcOperations statements) {
        return JdbcClient.create(statements);
    }

    /** Commands are for all tenants, those that no folder has included, or they do nothing. */
    @Bean
    InitializingBean serveStored(StoredTenants stored) {
        return () -> {
            var without = stored.serve();
            if (!without.isEmpty()) {
                throw new IllegalStateException("documents are no longer valid: " + without);
            }
        };
    }

    @Bean
    JdbcTransactionManager transactions(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }
}
