package za.co.spikedata.statements.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Tenant;

/** The files in which transactions leave, each for a destination. */
public enum FileForm {
    XLSX("xlsx", "xlsx", MediaType.parseMediaType(FileForm.XLSX_TYPE)),
    /** A column for each line of a description. */
    DEBIT_1("debit1", "csv", new MediaType("text", "csv", StandardCharsets.UTF_8)),
    /** The lines of a description joined. */
    DEBIT_2("debit2", "csv", DEBIT_1.type()),
    XERO("xero", "csv", DEBIT_1.type()),
    QUICKBOOKS("quickbooks", "csv", DEBIT_1.type()),
    SAGE("sage", "csv", DEBIT_1.type()),
    OFX("ofx", "ofx", MediaType.parseMediaType("application/x-ofx")),
    CAMT("camt053", "xml", MediaType.APPLICATION_XML),
    /** With every check and the place of every cell, to be signed; one reading a file. */
    JSON("json", "json", MediaType.APPLICATION_JSON);

    /** The type of {@link #XLSX}, for what must be told as a constant. */
    public static final String XLSX_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String value;
    private final String extension;
    private final MediaType type;

    FileForm(String value, String extension, MediaType type) {
        this.value = value;
        this.extension = extension;
        this.type = type;
    }

    /** What an address calls it, such as {@code camt053}. */
    public String value() {
        return value;
    }

    public String extension() {
        return extension;
    }

    public MediaType type() {
        return type;
    }

    /** The form with this extension and value, or the first with this extension. */
    public static Optional<FileForm> of(String extension, String value) {
        var same =
                Arrays.stream(values()).filter(each -> each.extension.equals(extension)).toList();
        return same.stream()
                .filter(each -> each.value.equals(value))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    /** Whether a tenant's people and programs may have it. */
    public boolean isOffered(Tenant tenant) {
        return switch (this) {
            case XERO, QUICKBOOKS, SAGE, OFX, CAMT -> tenant.offers(Feature.BOOKKEEPING_FILES);
            case XLSX, DEBIT_1, DEBIT_2, JSON -> true;
        };
    }

    /** Whether the form can say what these statements say; some demand a balance. */
    public boolean isFor(List<Statement> statements) {
        return switch (this) {
            case OFX -> statements.stream().allMatch(FileForm::hasClosing);
            case CAMT ->
                    statements.stream()
                            .allMatch(each ->
                                    hasClosing(each) || new Booked(each).opening().isPresent());
            case XLSX, DEBIT_1, DEBIT_2, XERO, QUICKBOOKS, SAGE, JSON -> true;
        };
    }

    /**
     * @param reads one of them for {@link #JSON}
     * @param now when the file is made
     */
    public byte[] write(List<ReadResult.Read> reads, Instant now) throws IOException {
        var statements = reads.stream().flatMap(read -> read.statements().stream()).toList();
        return switch (this) {
            case XLSX -> {
                var bytes = new ByteArrayOutputStream();
                XlsxFile.write(statements, bytes);
                yield bytes.toByteArray();
            }
            case DEBIT_1 -> bytes(CsvFile.debit1(statements, false));
            case DEBIT_2 -> bytes(CsvFile.debit2(statements));
            case XERO -> bytes(BooksFile.xero(statements));
            case QUICKBOOKS, SAGE -> bytes(BooksFile.threeColumns(statements));
            case OFX -> OfxFile.write(statements, now);
            case CAMT -> CamtFile.write(statements, now);
            case JSON -> ResultJson.write(reads.getFirst());
        };
    }

    private static boolean hasClosing(Statement statement) {
        return new Booked(statement).closing().isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
