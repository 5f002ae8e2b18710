package za.co.spikedata.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import za.co.spikedata.bench.paper.LongPaper;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.Recogniser;

class AbreastTest {
    private static final Executor THREADS = Thread.ofPlatform()::start;

    @Test
    void givesThePartsInOrderAndOneAtATime() {
        var atWork = new AtomicInteger();
        var most = new AtomicInteger();
        var taken = new ArrayList<Integer>();
        Consumer<List<Page>> work =
                pages -> {
                    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                    taken.add(pages.getFirst().number());
                    Thread.yield();
                    atWork.decrementAndGet();
                };

        try (var abreast = new Abreast(1, pages -> () -> work.accept(pages), THREADS)) {
            IntStream.rangeClosed(1, 200).forEach(number -> abreast.take(page(number)));
            abreast.end();
        }

        assertThat(taken).isEqualTo(IntStream.rangeClosed(1, 200).boxed().toList());
        assertThat(most).hasValue(1);
    }

    @Test
    void failsAsTheTakerDid() {
        for (Throwable failure : List.of(new ArithmeticException(), new StackOverflowError())) {
            try (var abreast = new Abreast(1, _ -> () -> fail(failure), THREADS)) {
                abreast.take(page(1));

                assertThatThrownBy(abreast::end).isSameAs(failure);
            }
        }
    }

    @Test
    void readsALongStatementAsOneThreadDoes() {
        byte[] pdf = LongPaper.of(60, false);

        String alone = read(pdf, Runnable::run);

        assertThat(alone).contains("PROVEN");
        assertThat(read(pdf, THREADS)).isEqualTo(alone);
    }

    private static String read(byte[] pdf, Executor executor) {
        var engine =
                new StatementEngine(EngineLimits.DEFAULT, Recogniser.NONE, Banks.NONE, executor);
        return new String(
                ResultJson.write(engine.read(pdf, Optional.empty(), Progress.NONE)),
                StandardCharsets.UTF_8);
    }

    private static List<Page> page(int number) {
        return List.of(new Page(number, 600, 800, List.of()));
    }

    private static void fail(Throwable failure) {
        switch (failure) {
            case Error error -> throw error;
            case RuntimeException own -> throw own;
            default -> throw new IllegalArgumentException(failure);
        }
    }
}
