package za.co.spikedata.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.co.spikedata.engine.model.Authenticity.Kind;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.Authenticity.Signal;

class OriginTest {
    private static final Bank BANK =
            new Bank(
                    "ABC",
                    "A Bank",
                    List.of("A Bank"),
                    List.of(),
                    List.of("Own Composer"),
                    List.of());

    @ParameterizedTest
    @CsvSource({
        "Own Composer 5, ORIGINAL, 1",
        "Skia/PDF m120, BROWSER, 2",
        "iText 7, LIBRARY, 2",
        "Microsoft: Print To PDF, PRINT_TO_PDF, 2",
        "Microsoft Word, WRITER, 3",
        "CamScanner, SCAN, 4",
        "Something New, UNMATCHED, 4",
        ", BLANK, 2"
    })
    void scoresTheProducerAgainstTheOriginals(String producer, Kind kind, int score) {
        var origin = new Origin(Optional.ofNullable(producer), Optional.empty());
        var judged = origin.judge(Optional.of(BANK), List.of());

        assertThat(judged.kind()).isEqualTo(kind);
        assertThat(judged.score()).isEqualTo(score);
    }

    @Test
    void scoresNothingWithoutAKnownLayoutAndDoubtsWhatSignalsSpeakAgainst() {
        var origin = new Origin(Optional.of("Own Composer"), Optional.empty());
        var heavy = new Signal(Sign.OVERLAID_TEXT, Optional.empty(), 1);

        assertThat(origin.judge(Optional.empty(), List.of()).score()).isZero();
        assertThat(origin.judge(Optional.of(BANK), List.of(heavy)).score()).isEqualTo(3);
    }

    @Test
    void aWebPrintIsGoodWhereTheBankPrintsFromTheWeb() {
        var web =
                new Bank(
                        "WEB",
                        "A Bank",
                        List.of("A Bank"),
                        List.of(),
                        List.of("Skia/PDF"),
                        List.of());
        var judged =
                new Origin(Optional.of("Skia/PDF m120"), Optional.empty())
                        .judge(Optional.of(web), List.of());

        assertThat(judged.kind()).isEqualTo(Kind.BROWSER);
        assertThat(judged.score()).isEqualTo(1);
    }

    @Test
    void lowersTheScoreAsSignalsWeigh() {
        var light = new Signal(Sign.ODD_SIZE, Optional.empty(), 0.3);
        var middle = new Signal(Sign.HIDDEN_TEXT, Optional.empty(), 0.5);
        var own = new Origin(Optional.of("Own Composer"), Optional.empty());
        var unmatched = new Origin(Optional.of("Something New"), Optional.empty());

        assertThat(own.judge(Optional.of(BANK), List.of(light)).score()).isEqualTo(1);
        assertThat(own.judge(Optional.of(BANK), List.of(middle)).score()).isEqualTo(2);
        assertThat(unmatched.judge(Optional.of(BANK), List.of(middle)).score()).isEqualTo(4);
        assertThat(unmatched.judge(Optional.of(BANK), List.of(middle, middle)).score())
                .isEqualTo(3);
    }
}
