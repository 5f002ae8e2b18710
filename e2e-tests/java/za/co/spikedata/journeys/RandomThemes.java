package za.co.spikedata.journeys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Three brands of colours by chance, which a tenant's administrator makes of what is served and
 * applies by turns; in the end what was served is served again. The console, whose theme nobody
 * changes while it runs, is shown in the tokens that such colours become. The same seed brings the
 * same colours, {@code -Djourneys.seed} others.
 */
final class RandomThemes implements AutoCloseable {
    static final int COUNT = 3;

    private static final int COLOURS = 1 << 24;

    /** The same on every machine, so that what fails on one fails on all. */
    private static final long USUAL_SEED = 20_261_128;

    private final Person administrator;
    private final String before;
    private final List<String> drafts = new ArrayList<>();
    private final List<String> colours = new ArrayList<>();
    private final Map<Integer, String> sheets = new HashMap<>();
    private int worn = -1;

    RandomThemes(String host) {
        long seed = Long.getLong("journeys.seed", USUAL_SEED);
        var chance = new Random(seed);
        administrator = new Person(host, Person.Setting.WIDE);
        administrator.signIn("admin@" + host + ".localhost", RunningPortal.PASSWORD);
        before = draft("", "");
        for (int i = 0; i < COUNT; i++) {
            String primary = colour(chance);
            String secondary = colour(chance);
            drafts.add(draft(primary, secondary));
            colours.add(primary + " and " + secondary);
        }
        System.out.printf("Random themes of %s, seed %d: %s%n", host, seed, colours);
    }

    /** What the tenant wears now. */
    @Override
    public String toString() {
        return worn < 0 ? "as it was" : colours.get(worn);
    }

    void wear(int turn) {
        int next = turn % COUNT;
        if (next != worn) {
            apply(drafts.get(next));
            worn = next;
        }
    }

    /** The page that somebody is on, in tokens that go before its own; and their colours. */
    String lay(Person person, int turn) {
        String sheet = sheets.computeIfAbsent(turn % COUNT, this::sheet);
        person.browser()
                .executeScript(
                        """
                        const sheet = new CSSStyleSheet();
                        sheet.replaceSync(arguments[0]);
                        document.adoptedStyleSheets = [sheet];
                        """,
                        sheet);
        return colours.get(turn % COUNT);
    }

    /** The tokens that the tenant's pages have in these colours. */
    private String sheet(int turn) {
        wear(turn);
        administrator.goTo("/settings");
        return (String)
                administrator
                        .browser()
                        .executeAsyncScript(
                                """
                                const tell = arguments[0];
                                const tokens = document.querySelector("link[href$='/tokens.css']");
                                fetch(tokens.href).then(answer => answer.text()).then(tell);
                                """);
    }

    private static String colour(Random chance) {
        return "#%06x".formatted(chance.nextInt(COLOURS));
    }

    /** The path of the version that has these colours, or those that are served. */
    private String draft(String primary, String secondary) {
        administrator.goTo("/settings");
        if (!primary.isEmpty()) {
            administrator.fill("#primary", primary);
            administrator.fill("#secondary", secondary);
        }
        administrator.click("form[action='/settings'] button.primary");
        administrator.await(() -> administrator.path().startsWith("/settings/versions/"));
        return administrator.path().replaceFirst("\\?.*", "");
    }

    private void apply(String version) {
        administrator.goTo(version);
        administrator.click("form[action$='/apply'] button.primary");
        administrator.await(() -> administrator.has(".notice.good"));
    }

    @Override
    public void close() {
        try (administrator) {
            if (worn >= 0) {
                apply(before);
            }
        }
    }
}
