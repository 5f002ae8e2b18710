package za.co.spikedata.boot;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import za.co.spikedata.signing.Signatures;
import za.co.spikedata.signing.TokenKeys;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.KeyRotation;
import za.co.spikedata.vault.SealedColumns;

/**
 * {@code keys rotate} and {@code keys retire}: replaces the keys that sign and every tenant's
 * beside a running portal, and destroys those of tenants that were replaced. It exits with 0 when
 * all is done, 3 when the keys cannot be reached or opened, 64 when it was called wrongly.
 */
public final class KeysCommand {
    private static final int DONE = 0;
    private static final int UNREACHABLE = 3;
    private static final int WRONG_USAGE = 64;

    private KeysCommand() {}

    public static boolean isMeant(String[] args) {
        return args.length > 0 && args[0].equals("keys");
    }

    /** Settings follow the command as they would follow the jar, or are in the environment. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        var settings = List.of(args).subList(Math.min(2, args.length), args.length);
        if (args.length < 2
                || !List.of("rotate", "retire").contains(args[1])
                || settings.stream().anyMatch(each -> !each.startsWith("--"))) {
            err.println(
                    "Usage: java -jar spike-portal.jar keys rotate|retire"
                            + " [--portal.SETTING=VALUE]...");
            return WRONG_USAGE;
        }
        var application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("logging.level.root", "off"));
        try (var context = application.run(settings.toArray(String[]::new))) {
            run(
                    args[1].equals("rotate"),
                    context.getBean(Tenants.class),
                    context.getBean(KeyRotation.class),
                    out);
            if (args[1].equals("rotate")) {
                context.getBean(TokenKeys.class).rotate();
                context.getBean(Signatures.class).rotate();
                out.println("signatures: the next keys are published, and sign from tomorrow");
            }
            return DONE;
        } catch (BeanCreationException broken) {
            err.println("The keys cannot be opened: " + broken.getMostSpecificCause().getMessage());
            return UNREACHABLE;
        }
    }

    private static void run(
            boolean isRotation, Tenants tenants, KeyRotation keys, PrintStream out) {
        if (isRotation && keys.rotatePlatform()) {
            out.println("platform: wrapped by the current master key");
        }
        int ended = 0;
        for (var brand : tenants.all()) {
            var tenant = brand.tenant().id();
            var done = isRotation ? keys.rotate(tenant) : keys.retire(tenant);
            done.ifPresent(each -> print(tenant, each, out));
            ended += done.isEmpty() ? 1 : 0;
        }
        if (ended > 0) {
            out.printf("%d left out: they end, and their keys are destroyed%n", ended);
        }
    }

    private static void print(TenantId tenant, KeyRotation.Done done, PrintStream out) {
        out.printf(
                "%s: key %d, %d wrapped by another master key before, %d documents and %d"
                        + " values sealed anew, %d keys destroyed%n",
                tenant,
                done.generation(),
                done.tenantKeys(),
                done.documents(),
                done.values(),
                done.retired());
    }

    /** What rotating needs of the portal: the vault's keys and who seals with them. */
    @ComponentScan(
            basePackages = "za.co.spikedata",
            useDefaultFilters = false,
            includeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {SealedColumns.class, TokenKeys.class, Signatures.class}),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "za\\.co\\.spikedata\\.vault\\.(Key(Ring|Rotation)|PlatformKeys|BrokenSeals"
                                        + "|(TenantKey|Vault|Sealed)Table|(Tenant|Platform)Secrets)")
            })
    @Import({ClockConfiguration.class, KeyConfiguration.class, TenantDatabase.class})
    static class Parts extends CommandParts {}
}
