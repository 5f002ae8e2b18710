package za.co.spikedata.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.ReadResult.Read;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;

/** Statements kept beside the project; without them these tests are skipped. */
class CorpusTest {
    private static final Path CORPUS =
            Stream.of("../shared/corpus", "/work/shared/corpus")
                    .map(Path::of)
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElse(Path.of("absent"));

    /** Not text: pictures, or glyphs whose letters the file does not tell. */
    private static final List<String> NOT_TEXT =
            List.of("derived-scan-clean-300dpi", "made-za-cid-nomap");

    /** Prints one balance that does not follow from its rows, and balances they need not have. */
    private static final String MISPRINTED = "au-gravytoast-fake";

    @TestFactory
    Stream<DynamicTest> readsExactlyTheRowsOfEveryStatementWithARunningBalance()
            throws IOException {
        assumeTrue(Files.isDirectory(CORPUS));
        try (var files = Files.list(CORPUS)) {
            return files
                    .filter(file -> file.toString().endsWith(".truth.json"))
                    .map(file -> file.getFileName().toString().replace(".truth.json", ""))
                    .filter(name -> !NOT_TEXT.contains(name) && !name.startsWith("made-negative"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(name -> DynamicTest.dynamicTest(name, () -> compare(name)));
        }
    }

    @Test
    void provesNothingThePaperContradicts() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS));

        for (String name :
                List.of(
                        "us-capitalone-card-bad1",
                        "us-cascadefcu-signed",
                        "xx-acme-unreconciled",
                        "xx-acme-no-period")) {
            assertThat(((Read) read(name)).verdict()).as(name).isNotEqualTo(Verdict.PROVEN);
        }
        assertThat(read("made-negative-invoice")).isInstanceOf(ReadResult.Unreadable.class);
        assertThat(read("made-negative-no-activity")).isInstanceOf(ReadResult.Unreadable.class);
    }

    private static void compare(String name) throws IOException {
        JsonNode truth =
                JsonMapper.shared()
                        .readTree(Files.readString(CORPUS.resolve(name + ".truth.json")));
        var read = (Read) read(name);
        List<JsonNode> truths = new ArrayList<>();
        if (truth.has("statements")) {
            truth.get("statements").forEach(truths::add);
        } else {
            truths.add(truth);
        }
        assertThat(read.statements()).hasSameSizeAs(truths);
        for (int i = 0; i < truths.size(); i++) {
            Statement statement = read.statements().get(i);
            assertThat(lines(statement, name)).isEqualTo(lines(truths.get(i), name));
            compareTexts(statement, truths.get(i));
            assertThat(statement.liability())
                    .isEqualTo(truths.get(i).path("liability").asBoolean());
            assertThat(statement.proof().verdict())
                    .isEqualTo(name.equals(MISPRINTED) ? Verdict.CONTRADICTED : Verdict.PROVEN);
        }
    }

    private static String lines(Statement statement, String name) {
        List<Transaction> rows = chronological(statement);
        var lines = new StringBuilder();
        for (Transaction row : rows) {
            String balance =
                    name.equals(MISPRINTED)
                            ? ""
                            : row.balance()
                                    .map(Money::decimal)
                                    .map(BigDecimal::toString)
                                    .orElse("");
            line(lines, row.date().toString(), row.amount().decimal(), balance);
        }
        return lines.toString();
    }

    private static String lines(JsonNode truth, String name) {
        var lines = new StringBuilder();
        for (JsonNode row : truth.get("transactions")) {
            JsonNode balance = row.path("balance");
            boolean compared = balance.isNumber() && !name.equals(MISPRINTED);
            line(
                    lines,
                    row.get("date").asString(),
                    row.get("amount").decimalValue().setScale(2),
                    compared ? balance.decimalValue().setScale(2).toString() : "");
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String date, BigDecimal amount, String balance) {
        lines.append(date).append(' ').append(amount).append(' ').append(balance).append('\n');
    }

    /** The truth leaves out some printed words, such as a channel; it may add no more than one. */
    private static void compareTexts(Statement statement, JsonNode truth) {
        List<Transaction> rows = chronological(statement);
        for (int i = 0; i < rows.size(); i++) {
            String read = String.join(" ", rows.get(i).description()).toLowerCase(Locale.ROOT);
            String expected =
                    truth.get("transactions")
                            .get(i)
                            .get("description")
                            .asString()
                            .toLowerCase(Locale.ROOT);
            String glued = read.replaceAll("\\s", "");
            long missing =
                    Stream.of(expected.split("\\s+")).filter(word -> !glued.contains(word)).count();
            assertThat(missing)
                    .as("words of row %d that were not read", i + 1)
                    .isLessThanOrEqualTo(1);
            long words = expected.split("\\s+").length;
            assertThat(read.split("\\s+").length)
                    .as("words of row %d", i + 1)
                    .isLessThanOrEqualTo((int) words + 2);
        }
    }

    private static List<Transaction> chronological(Statement statement) {
        return statement.newestFirst()
                ? statement.transactions().reversed()
                : statement.transactions();
    }

    private static ReadResult read(String name) throws IOException {
        Optional<String> password =
                name.endsWith("encrypted-user") ? Optional.of("open-sesame") : Optional.empty();
        return new StatementEngine(EngineLimits.DEFAULT)
                .read(Files.readAllBytes(CORPUS.resolve(name + ".pdf")), password, Progress.NONE);
    }
}
