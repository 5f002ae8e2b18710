package za.co.spikedata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;

class SandboxTest {
    @Test
    void readsOneFileAfterAnotherInOtherProcesses() {
        try (var sandbox = new Sandbox(SandboxLimits.DEFAULT)) {
            var empty = sandbox.read("a", new byte[0], Optional.empty(), Progress.NONE);
            var program = sandbox.read("a", "MZ".getBytes(), Optional.empty(), Progress.NONE);
            var statement =
                    sandbox.read(
                            "a",
                            Samples.statement(Layout.NEDBANK, Wish.usual(5)).pdf(),
                            Optional.empty(),
                            Progress.NONE);

            assertThat(empty).isEqualTo(unreadable(Reason.EMPTY_FILE));
            assertThat(program).isEqualTo(unreadable(Reason.NOT_A_PDF));
            assertThat(statement)
                    .isInstanceOfSatisfying(
                            ReadResult.Read.class,
                            read -> assertThat(read.verdict()).isEqualTo(Verdict.PROVEN));
        }
    }

    @Test
    void tellsWhereCellsArePrintedOnlyWhereSomebodyLooksAtThem() {
        try (var sandbox = new Sandbox(SandboxLimits.DEFAULT)) {
            var proven = Samples.statement(Layout.NEDBANK, Wish.usual(5)).pdf();
            var contradicted =
                    Samples.contradicted(Layout.NEDBANK, Wish.usual(5), Samples.Misprint.BALANCE, 5)
                            .pdf();
            var whole = (ReadResult.Read) whole(sandbox, proven);
            var bare = (ReadResult.Read) sandbox.readBare("a", proven, Optional.empty());

            assertThat(rows(whole)).noneMatch(row -> row.cells().isEmpty());
            assertThat(rows(bare))
                    .allMatch(row -> row.cells().isEmpty())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("cells")
                    .isEqualTo(rows(whole));
            assertThat(sandbox.readBare("a", contradicted, Optional.empty()))
                    .isEqualTo(whole(sandbox, contradicted));
        }
    }

    @Test
    void saysThatNoWorkerStarts() {
        var limits = SandboxLimits.DEFAULT;
        var broken = new WorkerCommand(List.of("/bin/false"), List.of(), limits);
        try (var sandbox = new Sandbox(limits, broken, List.of(Posture.LIMITS_ONLY))) {
            assertThatThrownBy(
                            () -> sandbox.read("a", new byte[1], Optional.empty(), Progress.NONE))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static ReadResult whole(Sandbox sandbox, byte[] pdf) {
        return sandbox.read("a", pdf, Optional.empty(), Progress.NONE);
    }

    private static List<Transaction> rows(ReadResult.Read read) {
        return read.statements().getFirst().transactions();
    }

    private static ReadResult unreadable(Reason reason) {
        return new ReadResult.Unreadable(reason, Trace.EMPTY);
    }
}
