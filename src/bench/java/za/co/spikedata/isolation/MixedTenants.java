package za.co.spikedata.isolation;

import java.time.Duration;
import za.co.spikedata.bench.BenchPortal;
import za.co.spikedata.tenancy.TenantVersions;

/**
 * Asks as 200 clients of four tenants for as long as is told, while their brands are applied and
 * taken back, and fails when any answer tells of another tenant.
 */
final class MixedTenants {
    private static final int CLIENTS = 200;

    private MixedTenants() {}

    public static void main(String[] arguments) throws Exception {
        var length = Duration.ofSeconds(Long.parseLong(arguments[0]));
        Crowd.Told told;
        try (var portal = BenchPortal.start("mixed-tenants", "--portal.trusted=127.0.0.1")) {
            var crowd = new Crowd(portal.port(), portal.context().getBean(TenantVersions.class));
            long until = System.nanoTime() + length.toNanos();
            told = crowd.ask(CLIENTS, _ -> System.nanoTime() < until);
        }
        System.out.printf(
                "%d answers, %d changes of brand, %d of them wrong%n",
                told.answers(), told.changes(), told.wrong().size());
        told.wrong().forEach(System.out::println);
        System.exit(told.wrong().isEmpty() && told.answers() > 0 ? 0 : 1);
    }
}
