package za.co.spikedata.operations;

import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.model.EngineVersion;
import za.co.spikedata.formats.CompiledBanks;

/** Which versions of what this node runs. */
@Component
class Running {
    private final JdbcClient jdbc;
    private final Flyway flyway;
    private final Supplier<Banks> shipped = SingletonSupplier.of(CompiledBanks::shipped);

    Running(JdbcClient jdbc, Flyway flyway) {
        this.jdbc = jdbc;
        this.flyway = flyway;
    }

    /**
     * What runs.
     *
     * @param product portal and engine, which come in one
     * @param migration the last one that the database has; empty: none
     */
    record Versions(
            String product,
            int banks,
            int layouts,
            String java,
            String database,
            String migration) {}

    Versions versions() {
        var banks = shipped.get();
        return new Versions(
                EngineVersion.CURRENT,
                banks.all().size(),
                banks.all().stream().mapToInt(bank -> bank.formats().size()).sum(),
                Runtime.version().toString(),
                jdbc.sql("show server_version").query(String.class).single(),
                Optional.ofNullable(flyway.info().current())
                        .map(migration -> migration.getVersion() + " " + migration.getDescription())
                        .orElse(""));
    }
}
