package za.co.spikedata.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.engine.verify.Verifier;

/**
 * Small papers of every statement type, typed by hand. The first line says what they must come to:
 * verdict, type of the first statement, rows over all, amount of the first row.
 */
class TypedPapersTest {
    static Stream<Path> papers() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/papers"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void comeToWhatTheySay(Path paper) throws IOException {
        List<String> lines = Files.readAllLines(paper);
        String text = String.join("\n", lines.subList(1, lines.size()));
        var engine = new StatementEngine(EngineLimits.DEFAULT);
        var read =
                (ReadResult.Read) engine.read(TypedPaper.of(text), Optional.empty(), Progress.NONE);
        List<Transaction> rows =
                read.statements().stream().flatMap(each -> each.transactions().stream()).toList();

        assertThat(
                        "# %s %s %d %s"
                                .formatted(
                                        read.verdict(),
                                        read.statements().getFirst().type(),
                                        rows.size(),
                                        rows.getFirst().amount().decimal()))
                .isEqualTo(lines.getFirst());
        if (read.verdict() == Verdict.PROVEN) {
            assertThat(Verifier.verify(read)).isEmpty();
        }
    }
}
