package za.co.spikedata.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantTemplate;

/**
 * A portal with the two tenants it comes with beside one with many more, which its folder brought:
 * how long each takes to start, to get another and to answer, and what it remembers. Fails when an
 * answer of the many takes longer than 1.1 times one of the two.
 */
final class ManyTenants {
    private static final double MOST = 1.1;
    private static final double NANOS_A_MILLI = 1e6;

    /** Of each kind in each round, one portal after the other. */
    private static final int REQUESTS = 60;

    private static final int CREATED = 5;

    /** Colours that differ from tenant to tenant. */
    private static final int FIRST = 0x0b5cad;

    private static final int STEP = 0x010305;
    private static final int WHITE = 0xffffff;

    private final Browserless console;
    private final Browserless visitor;
    private final Browserless member;
    private final String sheet;
    private final Strangers strangers;

    private ManyTenants(int port, List<String> hosts) {
        console = new Browserless(port, "admin.localhost").signIn();
        visitor = new Browserless(port, "app.localhost");
        member = new Browserless(port, "app.localhost").signIn();
        sheet = visitor.page("/sign-in").select("link[href^=/brand/]").attr("href");
        strangers = new Strangers(port, hosts);
    }

    /** Arguments: how many tenants, and how many rounds of requests. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        var folder = Files.createTempDirectory("many-tenants");
        boolean isSlow;
        try {
            var few = folder.resolve("few");
            var many = folder.resolve("many");
            prepare(few, 0);
            isSlow = measure(few, many, prepare(many, count), rounds);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(isSlow ? 1 : 0);
    }

    /** The hosts of so many tenants of the folder that a portal's first start brings in. */
    private static List<String> prepare(Path data, int count)
            throws IOException, InterruptedException {
        var layers = data.resolveSibling(data.getFileName() + "-layers");
        for (var root : List.of("themes", "tenants")) {
            FileSystemUtils.copyRecursively(Path.of(root), layers.resolve(root));
        }
        var hosts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var id = "many-" + i;
            var host = id + ".localhost";
            var template =
                    new TenantTemplate(
                            new TenantId(id),
                            "Lenders " + i,
                            List.of(host),
                            "hearth",
                            colour(i),
                            "help@example.com");
            for (var file : template.files().entrySet()) {
                var path = layers.resolve("tenants").resolve(id).resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            hosts.add(host);
        }
        PortalProcess.start(data, "--portal.layers=" + layers).close();
        return hosts;
    }

    private static String colour(int number) {
        return "#%06x".formatted(FIRST + number * STEP & WHITE);
    }

    private static boolean measure(Path few, Path many, List<String> hosts, int rounds)
            throws IOException, InterruptedException {
        try (var two = PortalProcess.start(few);
                var more = PortalProcess.start(many)) {
            System.out.printf(
                    "start: %.1f s with two, %.1f s with %d more%n",
                    two.startTime().toMillis() / 1e3,
                    more.startTime().toMillis() / 1e3,
                    hosts.size());
            System.out.printf("heap: %d MB, %d MB%n", two.heap(), more.heap());
            var ofTwo = new ManyTenants(two.port(), List.of("app.localhost", "acme.localhost"));
            var ofMore = new ManyTenants(more.port(), hosts);
            ofTwo.visitEach();
            ofMore.visitEach();
            boolean isSlow = compare(ofTwo, ofMore, rounds);
            System.out.printf("heap: %d MB, %d MB%n", two.heap(), more.heap());
            return isSlow;
        }
    }

    private static boolean compare(ManyTenants two, ManyTenants more, int rounds) {
        boolean isSlow = false;
        var ofMore = more.kinds();
        for (var kind : two.kinds().entrySet()) {
            var own = new ArrayList<Double>();
            var others = new ArrayList<Double>();
            for (int round = 0; round <= rounds; round++) {
                double first = median(kind.getValue());
                double second = median(Objects.requireNonNull(ofMore.get(kind.getKey())));
                if (round > 0) {
                    own.add(first);
                    others.add(second);
                }
            }
            double ratio = middle(others) / middle(own);
            isSlow |= ratio > MOST;
            System.out.printf(
                    "%s: %.2f ms, %.2f ms: %.2f times%n",
                    kind.getKey(), middle(own), middle(others), ratio);
        }
        System.out.printf("a new tenant: %.0f ms, %.0f ms%n", two.creating(), more.creating());
        return isSlow;
    }

    private Map<String, IntConsumer> kinds() {
        var kinds = new LinkedHashMap<String, IntConsumer>();
        kinds.put("sign-in page", _ -> answered(visitor, "/sign-in"));
        kinds.put("upload page", _ -> answered(member, "/statements"));
        kinds.put("style sheet", _ -> answered(visitor, sheet));
        kinds.put("sign-in page of another each time", strangers::visit);
        return kinds;
    }

    private void visitEach() {
        IntStream.range(0, strangers.hosts().size()).forEach(strangers::visit);
    }

    private double creating() {
        var times = new ArrayList<Double>();
        for (int i = 0; i < CREATED; i++) {
            long from = System.nanoTime();
            NewTenant.create(console, NewTenant.typed(NewTenant.name("new")));
            times.add(millis(from));
        }
        return middle(times);
    }

    private static void answered(Browserless who, String path) {
        int status = who.whole(path).statusCode();
        if (status != 200) {
            throw new IllegalStateException("Expected " + path + ", got " + status);
        }
    }

    private static double median(IntConsumer request) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < REQUESTS; i++) {
            long from = System.nanoTime();
            request.accept(i);
            times.add(millis(from));
        }
        return middle(times);
    }

    private static double millis(long from) {
        return (System.nanoTime() - from) / NANOS_A_MILLI;
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
