package za.co.spikedata.isolation;

import java.nio.file.Files;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;
import za.co.spikedata.Portal;
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
        var data = Files.createTempDirectory("mixed-tenants");
        Crowd.Told told;
        try (var portal =
                SpringApplication.run(
                        Portal.class,
                        "--server.port=0",
                        "--portal.http-port=-1",
                        "--portal.recognise=false",
                        "--portal.trusted=127.0.0.1",
                        "--portal.data=" + data)) {
            int port =
                    portal.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            var crowd = new Crowd(port, portal.getBean(TenantVersions.class));
            long until = System.nanoTime() + length.toNanos();
            told = crowd.ask(CLIENTS, _ -> System.nanoTime() < until);
        }
        FileSystemUtils.deleteRecursively(data);
        System.out.printf(
                "%d answers, %d changes of brand, %d of them wrong%n",
                told.answers(), told.changes(), told.wrong().size());
        told.wrong().forEach(System.out::println);
        System.exit(told.wrong().isEmpty() && told.answers() > 0 ? 0 : 1);
    }
}
