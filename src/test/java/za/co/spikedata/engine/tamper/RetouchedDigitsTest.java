package za.co.spikedata.engine.tamper;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.engine.tamper.Forgery.AMOUNT;
import static za.co.spikedata.engine.tamper.Forgery.baseline;
import static za.co.spikedata.engine.tamper.Forgery.signs;

import java.awt.Color;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.support.ProcessorTime;

class RetouchedDigitsTest {
    private static final int ROW = 5;

    /** Width of a digit of the paper's font. */
    private static final float DIGIT = (float) (Forgery.SIZE * 0.556);

    /** Left edge of the last digit of the amount. */
    private static final float LEFT = AMOUNT - DIGIT;

    private static final float LOW = baseline(ROW);

    private record Drawing(String name, Forgery.Meddling meddling) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Drawing> retouches() {
        return Stream.of(
                new Drawing("a stroke", RetouchedDigitsTest::stroke),
                new Drawing(
                        "a slanted hairline",
                        stream -> {
                            stream.setLineWidth(0);
                            line(stream, LEFT + 1, LOW + 1, LEFT + 4, LOW + 5);
                        }),
                new Drawing(
                        "a thin rectangle", stream -> fill(stream, LEFT + 1, LOW + 5.5f, 3, 0.7f)),
                new Drawing(
                        "a curve",
                        stream -> {
                            stream.moveTo(LEFT + 1, LOW + 3);
                            stream.curveTo(LEFT + 1, LOW + 6, LEFT + 4, LOW + 6, LEFT + 4, LOW + 3);
                            stream.stroke();
                        }),
                new Drawing(
                        "a stroke that little shines through",
                        stream -> {
                            dense(stream, 0, 0.5f);
                            stroke(stream);
                        }),
                new Drawing(
                        "a speck of white",
                        stream -> {
                            stream.setNonStrokingColor(Color.WHITE);
                            fill(stream, LEFT + 0.5f, LOW + 1, 1.2f, 4);
                            stream.setNonStrokingColor(Color.BLACK);
                        }));
    }

    @ParameterizedTest(name = "is told of {0} on a digit")
    @MethodSource("retouches")
    void isTold(Drawing drawing) throws IOException {
        try (var forgery = new Forgery()) {
            var read = forgery.above(drawing.meddling()).read();

            assertThat(read.authenticity().signals())
                    .singleElement()
                    .satisfies(signal -> {
                        assertThat(signal.sign()).isEqualTo(Sign.RETOUCHED_DIGIT);
                        assertThat(signal.weight()).isGreaterThanOrEqualTo(0.5);
                        var box = signal.place().orElseThrow().box();
                        assertThat(box.right()).isBetween(AMOUNT - 1.0, AMOUNT + 1.0);
                        assertThat(box.width()).isLessThan(DIGIT + 1);
                    });
        }
    }

    static Stream<Drawing> innocent() {
        return Stream.of(
                new Drawing("an underline", stream -> line(stream, LEFT, LOW - 1, AMOUNT, LOW - 1)),
                new Drawing(
                        "a line through the figure",
                        stream -> line(stream, LEFT - 20, LOW + 3, AMOUNT, LOW + 3)),
                new Drawing(
                        "the frame of a column",
                        stream -> line(stream, AMOUNT + 1, LOW - 4, AMOUNT + 1, LOW + 12)),
                new Drawing(
                        "a frame round the digit",
                        stream -> {
                            stream.addRect(LEFT - 0.5f, LOW - 2, DIGIT + 1, 11);
                            stream.stroke();
                        }),
                new Drawing(
                        "a pale stroke",
                        stream -> {
                            dense(stream, 0.2f, 0.2f);
                            stroke(stream);
                        }),
                new Drawing(
                        "a fill that nobody sees",
                        stream -> {
                            dense(stream, 0, 1);
                            fill(stream, LEFT + 1, LOW + 1, 1, 5);
                        }),
                new Drawing("a dot", stream -> fill(stream, LEFT + 2, LOW + 3, 0.5f, 0.5f)),
                new Drawing(
                        "a stroke on a word", stream -> line(stream, 150, LOW + 1, 150, LOW + 6)),
                new Drawing("strokes all over the paper", RetouchedDigitsTest::pattern));
    }

    /** The same stroke on the last two digits of each amount. */
    private static void pattern(PDPageContentStream stream) throws IOException {
        for (int row = 0; row < Forgery.ROWS; row++) {
            float low = baseline(row);
            for (int digit = 1; digit <= 2; digit++) {
                float left = AMOUNT - digit * DIGIT;
                line(stream, left + 1, low + 1, left + 1, low + 6);
            }
        }
    }

    @ParameterizedTest(name = "has nothing to tell of {0}")
    @MethodSource("innocent")
    void hasNothingToTell(Drawing drawing) throws IOException {
        try (var forgery = new Forgery()) {
            assertThat(signs(forgery.above(drawing.meddling()).read())).isEmpty();
        }
    }

    @Test
    void isToldWhateverIsPaintedBesideTheText() throws IOException {
        try (var forgery = new Forgery()) {
            var read =
                    forgery.below(RetouchedDigitsTest::specks)
                            .above(stream -> {
                                specks(stream);
                                stroke(stream);
                                specks(stream);
                            })
                            .read();

            assertThat(signs(read)).containsOnly(Sign.RETOUCHED_DIGIT);
        }
    }

    @Test
    void isToldOfMarksThatWereTooManyToBeKept() throws IOException {
        try (var forgery = new Forgery()) {
            var read =
                    forgery.below(
                                    stream -> {
                                        stroke(stream);
                                        specks(stream);
                                    })
                            .read();

            assertThat(read.authenticity().signals())
                    .singleElement()
                    .satisfies(signal -> {
                        assertThat(signal.sign()).isEqualTo(Sign.RETOUCHED_DIGIT);
                        assertThat(signal.place()).isEmpty();
                    });
        }
    }

    /** More white ones in the margin than any paper paints. */
    private static void specks(PDPageContentStream stream) throws IOException {
        stream.setNonStrokingColor(Color.WHITE);
        for (int i = 0; i < 110_000; i++) {
            fill(stream, 2 + i % 100 / 10f, 2 + i / 100 / 100f, 1, 1);
        }
        stream.setNonStrokingColor(Color.BLACK);
    }

    @Test
    void isToldOnceOfManyWithoutAPattern() throws IOException {
        try (var forgery = new Forgery()) {
            var read = forgery.above(RetouchedDigitsTest::scattered).read();

            assertThat(read.authenticity().signals())
                    .singleElement()
                    .satisfies(signal -> assertThat(signal.sign()).isEqualTo(Sign.RETOUCHED_DIGIT));
        }
    }

    /** Strokes on digits, on each at another place. */
    private static void scattered(PDPageContentStream stream) throws IOException {
        for (int i = 0; i < 24; i++) {
            float left = AMOUNT - (1 + i / Forgery.ROWS) * DIGIT + i * 37 % 11 / 5f;
            float low = baseline(i % Forgery.ROWS) + i * 53 % 7 / 7f;
            line(stream, left + 1, low + 1, left + 1, low + 4 + i % 3);
        }
    }

    @Test
    void isToldInTimeWhereMarksAndDigitsAreTooManyToCompare() throws IOException {
        try (var forgery = new Forgery()) {
            byte[] file =
                    forgery.above(
                                    stream -> {
                                        for (int i = 0; i < 90_000; i++) {
                                            fill(
                                                    stream,
                                                    302 + i % 300 / 100f,
                                                    12 + i / 300 / 100f,
                                                    0.6f,
                                                    0.6f);
                                        }
                                        for (int i = 0; i < 60; i++) {
                                            forgery.text(stream, 300, 10, "8888.88");
                                        }
                                    })
                            .pdf();

            var read = ProcessorTime.within(Duration.ofSeconds(10), () -> Forgery.read(file));

            assertThat(signs(read)).contains(Sign.RETOUCHED_DIGIT);
        }
    }

    private static void dense(PDPageContentStream stream, float fills, float lines)
            throws IOException {
        var state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant(fills);
        state.setStrokingAlphaConstant(lines);
        stream.setGraphicsStateParameters(state);
    }

    /** On the last digit of the amount. */
    private static void stroke(PDPageContentStream stream) throws IOException {
        line(stream, LEFT + 1, LOW + 1, LEFT + 1, LOW + 6);
    }

    private static void fill(PDPageContentStream stream, float x, float y, float wide, float high)
            throws IOException {
        stream.addRect(x, y, wide, high);
        stream.fill();
    }

    private static void line(PDPageContentStream stream, float x, float y, float toX, float toY)
            throws IOException {
        stream.moveTo(x, y);
        stream.lineTo(toX, toY);
        stream.stroke();
    }
}
