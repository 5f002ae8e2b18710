package za.co.spikedata.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import za.co.spikedata.tenancy.FormText;
import za.co.spikedata.tenancy.OneLine;
import za.co.spikedata.tenancy.Plan;

/**
 * A credential as administrators ask for it: every field as text, kept where it is refused.
 *
 * @param scopes words with spaces between them
 * @param most requests at once
 * @param pace requests a minute; empty: all that the plan allows
 * @param length one of {@link #LENGTHS}
 */
record CredentialForm(
        String name, String kind, String scopes, String most, String pace, String length) {
    static final CredentialForm EMPTY = new CredentialForm("", "", "", "8", "", "");
    static final List<String> LENGTHS = List.of("month", "quarter", "year");
    static final int MOST_AT_ONCE = 16;

    private static final Map<String, Duration> PERIODS =
            Map.of(
                    "month", Duration.ofDays(30),
                    "quarter", Duration.ofDays(90),
                    "year", Duration.ofDays(365));

    private static final int LONGEST_NAME = 60;
    private static final String CHOICE = "api-keys.problem.choice";

    /** A browser leaves fields out. */
    CredentialForm {
        name = FormText.of(name);
        kind = FormText.of(kind);
        scopes = FormText.of(scopes);
        most = FormText.of(most);
        pace = FormText.of(pace);
        length = FormText.of(length);
    }

    /** What is wrong, as texts by the field it is wrong in; empty: it can be made. */
    Map<String, String> problems(Plan plan) {
        var problems = new TreeMap<String, String>();
        var called = OneLine.of(name);
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            problems.put("name", "api-keys.problem.name");
        }
        if (chosen().isEmpty()) {
            problems.put("kind", CHOICE);
        }
        if (Scope.parse(scopes).isEmpty()) {
            problems.put("scopes", CHOICE);
        }
        if (!most.matches("\\d{1,2}") || atOnce() < 1 || atOnce() > MOST_AT_ONCE) {
            problems.put("most", "api-keys.problem.most");
        }
        if (Pace.parse(pace, plan).isEmpty()) {
            problems.put("pace", "api-keys.problem.pace");
        }
        if (!PERIODS.containsKey(length)) {
            problems.put("length", CHOICE);
        }
        return problems;
    }

    /** What has no {@link #problems} under the same plan. */
    Credentials.Wish wish(Plan plan) {
        return new Credentials.Wish(
                chosen().orElseThrow(),
                OneLine.of(name),
                Scope.parse(scopes),
                atOnce(),
                Pace.parse(pace, plan).orElseThrow(),
                Objects.requireNonNull(PERIODS.get(length)));
    }

    private Optional<Credential.Kind> chosen() {
        return Arrays.stream(Credential.Kind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst();
    }

    private int atOnce() {
        return Integer.parseInt(most);
    }
}
