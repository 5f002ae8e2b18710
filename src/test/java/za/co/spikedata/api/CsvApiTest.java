package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.api.wire.Code;
import za.co.spikedata.support.PortalTest;

@PortalTest
class CsvApiTest {
    private static final String DOWNLOAD =
            Program.body(
                    "Date,Description,Amount,Balance\n20240301,ONE,100.00,1100.00\n"
                            .getBytes(StandardCharsets.US_ASCII));

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private Holder holder;

    @BeforeEach
    void aTenantHoldsKeys() {
        holder = new Holder(portal, "spike");
    }

    @Test
    void readsADownloadAndChargesForItOnce() {
        var pair = holder.pair();
        var program = new Program(port).with(pair.secret());
        var fresh =
                Program.body(
                        ("Date,Description,Amount,Balance\n20240301,%d,100.00,1100.00\n"
                                        .formatted(System.nanoTime()))
                                .getBytes(StandardCharsets.US_ASCII));
        var envelope = program.envelope("/csv", fresh);

        assertThat(envelope.propertyNames()).containsExactly("requestId", "code", "type", "data");
        assertThat(envelope.get("code").stringValue()).isEqualTo("csv/success/bank-statement");
        assertThat(envelope.get("data").get("parser").stringValue()).isEqualTo("ABS1");
        var row = envelope.get("data").get("transactions").get(0);
        assertThat(row.propertyNames()).containsExactly("id", "date", "description", "amount");
        assertThat(row.get("amount").decimalValue()).isEqualTo(new BigDecimal("100"));
        program.envelope("/csv", fresh);
        assertThat(tenths(pair)).isEqualTo(-10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABS1", "CAP1", "CAP2", "FNB1", "INV1", "NED1", "NED2", "STD1"})
    void answersEveryLayoutAsApproved(String layout) throws IOException {
        var program = new Program(port).with(holder.pair().secret());
        var answer = program.post("/csv", Program.body(file(layout + ".csv")));
        var approved = new String(file(layout + ".approved.txt"), StandardCharsets.UTF_8);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(told(answer.body())).isEqualTo(told(approved.strip()));
    }

    /** All but the number of the request. */
    private static String told(String envelope) {
        return envelope.substring(envelope.indexOf("\"code\""));
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = Code.class.getResourceAsStream("csv/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    @Test
    void chargesNothingForWhatItDoesNotKnow() {
        var pair = holder.pair();
        var program = new Program(port).with(pair.secret());
        var envelope =
                program.envelope("/csv", Program.body("x,y".getBytes(StandardCharsets.US_ASCII)));

        assertThat(envelope.get("code").stringValue()).isEqualTo("csv/fail/unknown-csv");
        assertThat(envelope.get("message").stringValue()).isNotBlank();
        assertThat(tenths(pair)).isZero();
    }

    @Test
    void isNotForKeysThatMayReadPdfsAlone() {
        var made = holder.pair(Scope.PDF);
        var program = new Program(port).with(made.secret());

        assertThat(program.envelope("/csv", DOWNLOAD).get("code").stringValue())
                .isEqualTo("error/common/dev/authorization");
        assertThat(program.envelope("/csv", "{}").get("code").stringValue())
                .isEqualTo("error/common/dev/authorization");
    }

    @Test
    void tellsWhatDoesNotFit() {
        var program = new Program(port).with(holder.pair().secret());

        assertThat(program.envelope("/csv", "{}").get("code").stringValue())
                .isEqualTo("error/common/dev/invalid-inputs");
    }

    private long tenths(Credentials.Made.Pair pair) {
        return JdbcClient.create(owners)
                .sql("select sum(tenths) from api_ledger where credential_id = :credential")
                .param("credential", pair.credential().id())
                .query(Long.class)
                .single();
    }
}
