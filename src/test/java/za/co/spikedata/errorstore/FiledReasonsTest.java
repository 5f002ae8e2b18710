package za.co.spikedata.errorstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.model.Verdict;

/** Operators are told in words what a paper is filed under. */
class FiledReasonsTest {
    private static final Trace NONE = new Trace(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_af"})
    void haveATextEach(String file) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("themes/base", file + ".properties"))) {
            texts.load(in);
        }

        assertThat(filed()).hasSizeGreaterThan(10);
        assertThat(texts.stringPropertyNames())
                .containsAll(filed().map(reason -> "failures.reason." + reason).toList());
    }

    private static Stream<String> filed() {
        var refusals =
                Arrays.stream(Reason.values())
                        .map(reason -> Failure.of(new ReadResult.Unreadable(reason, NONE)))
                        .flatMap(Optional::stream)
                        .map(Failure.How::reason);
        var reports =
                Stream.of(Verdict.PROVEN, Verdict.UNPROVEN)
                        .map(verdict -> Failure.REPORTED + verdict.name());
        return Stream.of(refusals, reports, Stream.of(Failure.CONTRADICTED)).flatMap(each -> each);
    }
}
