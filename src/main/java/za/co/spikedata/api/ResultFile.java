package za.co.spikedata.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.statements.CsvFile;
import za.co.spikedata.statements.XlsxFile;

/** The forms of a result, of which a program names the one it wants. */
enum ResultFile {
    /** With every check and the place of every cell. */
    JSON(MediaType.APPLICATION_JSON),
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)),
    XLSX(
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

    private final MediaType type;

    ResultFile(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /**
     * The one that is wanted most; empty when none is.
     *
     * @param accept values of the header; none means anything
     */
    static Optional<ResultFile> wanted(List<String> accept) {
        if (accept.isEmpty()) {
            return Optional.of(JSON);
        }
        try {
            var wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                    .filter(each -> each.getQualityValue() > 0)
                    .sorted((one, other) ->
                            Double.compare(other.getQualityValue(), one.getQualityValue()))
                    .flatMap(each ->
                            Arrays.stream(values()).filter(file -> each.includes(file.type)))
                    .findFirst();
        } catch (InvalidMediaTypeException | InvalidMimeTypeException malformed) {
            return Optional.empty();
        }
    }

    byte[] write(ReadResult.Read read) throws IOException {
        return switch (this) {
            case JSON -> ResultJson.write(read);
            case CSV -> CsvFile.debit1(read.statements(), true).getBytes(StandardCharsets.UTF_8);
            case XLSX -> {
                var bytes = new ByteArrayOutputStream();
                XlsxFile.write(read.statements(), bytes);
                yield bytes.toByteArray();
            }
        };
    }
}
