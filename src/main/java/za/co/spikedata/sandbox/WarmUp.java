package za.co.spikedata.sandbox;

import java.util.List;
import java.util.stream.IntStream;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;

/** Invented statements that each worker reads first, so that its code is loaded and compiled. */
final class WarmUp {
    private static final int ROUNDS = 2;

    static final List<byte[]> PDFS = pdfs();

    private WarmUp() {}

    private static List<byte[]> pdfs() {
        var once =
                List.of(Layout.ABSA, Layout.FNB).stream()
                        .map(layout -> Samples.statement(layout, Wish.usual(1)).pdf())
                        .toList();
        return IntStream.range(0, ROUNDS).boxed().flatMap(_ -> once.stream()).toList();
    }
}
