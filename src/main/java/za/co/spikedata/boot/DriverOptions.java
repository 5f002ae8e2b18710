package za.co.spikedata.boot;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Options with which the database's driver sends apart what the portal sends as one. */
final class DriverOptions {
    private DriverOptions() {}

    static List<String> mistakes(PortalSettings.Database database) {
        return database.url()
                .map(url -> Optional.ofNullable(Driver.parseURL(url, null)))
                .flatMap(options -> options)
                .map(DriverOptions::mistakes)
                .orElse(List.of());
    }

    private static List<String> mistakes(Properties options) {
        return Stream.of(
                        mistake(options, PGProperty.STRING_TYPE, "unspecified"::equalsIgnoreCase),
                        mistake(
                                options,
                                PGProperty.PREPARE_THRESHOLD,
                                count -> count.startsWith("-")),
                        mistake(options, PGProperty.PREFER_QUERY_MODE, "simple"::equals))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> mistake(
            Properties options, PGProperty option, Predicate<String> isRefused) {
        return Optional.ofNullable(option.getOrDefault(options))
                .filter(isRefused)
                .map(value ->
                        "portal.database.url: "
                                + option.getName()
                                + "="
                                + value
                                + " sends apart what belongs together; leave it out");
    }
}
