package za.co.spikedata.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.csv.CsvReader;
import za.co.spikedata.formats.CsvLayouts;

/** Every code and every layout of downloads, held to approved answers. */
class DownloadsTest {
    private static final UUID REQUEST = new UUID(0x4000L, 0x8000_0000_0000_0001L);
    private static final CsvReader READER = CsvLayouts.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABS1",
                "CAP1",
                "CAP2",
                "FNB1",
                "INV1",
                "NED1",
                "NED2",
                "STD1",
                "STD1-HEADED",
                "BROKEN",
                "UNKNOWN",
                "SEVERAL",
                "DAMAGED",
                "CONTRADICTED"
            })
    void isAnsweredAsApproved(String name) throws IOException {
        assertThat(answer(file(name + ".csv")))
                .isEqualToIgnoringNewLines(
                        new String(file(name + ".approved.txt"), StandardCharsets.UTF_8));
    }

    @Test
    void tellsAFailureOfOursInTheWordsOfDownloads() throws IOException {
        assertThat(written(new Outcome.Failed(Code.CSV_EXCEPTION)))
                .isEqualToIgnoringNewLines(
                        new String(file("EXCEPTION.approved.txt"), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "csv/success/bank-statement, 10",
        "csv/fail/unknown-csv, 0",
        "csv/fail/multiple-matching-parsers, 0",
        "csv/fail/invalid-data-extracted, 0",
        "csv/fail/unknown-exception, 0"
    })
    void costsWhatTheContractSays(String wire, int tenths) {
        assertThat(List.of(Code.values()))
                .filteredOn(code -> code.wire().equals(wire))
                .singleElement()
                .extracting(Code::tenths)
                .isEqualTo(tenths);
    }

    @Test
    void readsTheMonthFirstWhereOnlyThatMakesDates() {
        var text = "Date,Description,Amount,Balance\n03/04/2025,A,1,1\n03/25/2025,B,1,2\n";

        assertThat(answer(text.getBytes(StandardCharsets.UTF_8)))
                .contains("2025-03-04", "2025-03-25", "\"valid\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", ",", "%PDF-1.7\n", "Date,Description,Amount,Balance\n"})
    void knowsNothingWhereThereIsNothing(String text) {
        assertThat(answer(text.getBytes(StandardCharsets.UTF_8))).contains("unknown-csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2025,A,1,1", "soon,A,1,1", "01/02/2025,A,1E+05,1", ",A,1,1"})
    void doesNotCallRowsValidThatItCannotRead(String row) {
        var text = "Date,Description,Amount,Balance\n01/01/2025,A,1,1\n" + row + "\n";

        assertThat(answer(text.getBytes(StandardCharsets.UTF_8)))
                .contains("csv/fail/invalid-data-extracted", "\"valid\":false");
    }

    private static String answer(byte[] file) {
        return written(Downloads.outcome(READER.read(file)));
    }

    private static String written(Outcome outcome) {
        var envelope = new Envelope(REQUEST, outcome, new Credit(99_989, 10));
        return new String(envelope.write(Form.CSV), StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = DownloadsTest.class.getResourceAsStream("csv/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
