package za.co.spikedata.boot;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.audit.Verification;
import za.co.spikedata.tenancy.StoredTenants;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.PlatformKeys;

/**
 * {@code audit verify}: looks through every tenant's trail, beside a running portal or without one.
 * It exits with 0 when all are whole, 2 when something is wrong with one, 3 when they cannot be
 * read, 64 when it was called wrongly.
 */
public final class AuditCommand {
    private static final int WHOLE = 0;
    private static final int NOT_WHOLE = 2;
    private static final int UNREADABLE = 3;
    private static final int WRONG_USAGE = 64;

    private AuditCommand() {}

    public static boolean isMeant(String[] args) {
        return args.length > 0 && args[0].equals("audit");
    }

    /** Settings follow the command as they would follow the jar, or are in the environment. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        var settings = List.of(args).subList(Math.min(2, args.length), args.length);
        if (args.length < 2
                || !args[1].equals("verify")
                || settings.stream().anyMatch(each -> !each.startsWith("--"))) {
            err.println(
                    "Usage: java -jar spike-portal.jar audit verify [--portal.SETTING=VALUE]...");
            return WRONG_USAGE;
        }
        var application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(java.util.Map.of("logging.level.root", "off"));
        try (var context = application.run(settings.toArray(String[]::new))) {
            return verify(
                    context.getBean(StoredTenants.class),
                    context.getBean(AuditTrail.class),
                    out,
                    err);
        } catch (BeanCreationException broken) {
            err.println("The trails cannot be read: " + broken.getMostSpecificCause().getMessage());
            return UNREADABLE;
        }
    }

    private static int verify(
            StoredTenants tenants, AuditTrail trail, PrintStream out, PrintStream err) {
        int worst = WHOLE;
        var all = tenants.ids().stream().sorted(Comparator.comparing(TenantId::value)).toList();
        for (var tenant : all) {
            try {
                var found = trail.verify(tenant);
                print(tenant.value(), found, out);
                worst = Math.max(worst, found.isWhole() ? WHOLE : NOT_WHOLE);
            } catch (DataAccessException unreadable) {
                err.println(tenant + ": the trail cannot be read");
                worst = UNREADABLE;
            }
        }
        return worst;
    }

    private static void print(String tenant, Verification found, PrintStream out) {
        var anchored =
                found.anchored().isPresent()
                        ? "anchored up to " + found.anchored().getAsLong()
                        : "not anchored yet";
        out.printf(
                "%s: %d events, %s, %s%n",
                tenant, found.events(), found.isWhole() ? "whole" : "NOT WHOLE", anchored);
        found.findings().forEach(finding -> out.printf("%s: %s%n", tenant, finding));
    }

    /** What verifying needs of the portal: settings, database, object store, trail. */
    @ComponentScan(basePackageClasses = AuditTrail.class)
    @Import({
        ClockConfiguration.class,
        KeyConfiguration.class,
        ObjectsConfiguration.class,
        PlatformKeys.class,
        VaultConfiguration.class,
        TenantDatabase.class
    })
    static class Parts extends CommandParts {}
}
