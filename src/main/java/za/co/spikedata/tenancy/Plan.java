package za.co.spikedata.tenancy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a tenant's programs may use: the operators' part of its document. No version of its
 * administrators changes it.
 *
 * @param startTenths tenths of a credit that its ledger begins with
 * @param monthlyTenths the same again with each month
 * @param atOnce requests of all its programs together under way on a node
 * @param mostBytes of one file; the addresses' own limits hold besides
 */
public record Plan(
        String name,
        long startTenths,
        long monthlyTenths,
        int requestsAMinute,
        int atOnce,
        int mostBytes) {
    /** What every tenant begins with: ten thousand statements, at the pace of one busy machine. */
    public static final Plan STANDARD = new Plan("standard", 100_000, 0, 12_000, 24, 12_000_000);

    public static final int LONGEST_NAME = 40;
    static final long MOST_TENTHS = 1_000_000_000_000L;
    public static final int MOST_A_MINUTE = 1_000_000;
    public static final int MOST_AT_ONCE = 1_000;
    public static final int MOST_BYTES = 100_000_000;

    private static final String KEY = "plan";

    public Plan {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("Expected a short name");
        }
        expect(startTenths, 0, MOST_TENTHS);
        expect(monthlyTenths, 0, MOST_TENTHS);
        expect(requestsAMinute, 1, MOST_A_MINUTE);
        expect(atOnce, 1, MOST_AT_ONCE);
        expect(mostBytes, 1, MOST_BYTES);
    }

    /** Tenths below which those in charge are told that credits run out. */
    public long lowMark() {
        return Math.max(startTenths, monthlyTenths) / 10;
    }

    /** The files with this as their document's plan; everything else in them stays. */
    public Map<String, String> onto(Map<String, String> files) {
        return with(said(), files);
    }

    /** The second files, with the plan of the first where they say none themselves. */
    static Map<String, String> carried(Map<String, String> from, Map<String, String> onto) {
        var plan = DocumentText.read(from).get(KEY);
        return plan == null || DocumentText.read(onto).hasNonNull(KEY) ? onto : with(plan, onto);
    }

    /** Numbers are other nodes once they are read, and so what is read is compared. */
    private static Map<String, String> with(JsonNode plan, Map<String, String> files) {
        var root = DocumentText.read(files);
        var before = root.deepCopy();
        root.set(KEY, plan);
        var edited = new HashMap<>(files);
        edited.put(DocumentText.FILE, DocumentText.write(root));
        return DocumentText.read(edited).equals(before) ? files : edited;
    }

    private ObjectNode said() {
        return DocumentText.empty()
                .put("name", name)
                .put("credits", credits(startTenths))
                .put("monthly-credits", credits(monthlyTenths))
                .put("requests-a-minute", requestsAMinute)
                .put("at-once", atOnce)
                .put("file-bytes", mostBytes);
    }

    /** Without a fraction where there is none. */
    public static BigDecimal credits(long tenths) {
        return tenths % 10 == 0 ? BigDecimal.valueOf(tenths / 10) : BigDecimal.valueOf(tenths, 1);
    }

    private static void expect(long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Expected %d to %d, got %d".formatted(least, most, value));
        }
    }
}
