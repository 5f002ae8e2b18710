package za.co.spikedata.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.statements.files.CsvFile;
import za.co.spikedata.statements.files.FileForm;

/** The forms of a result, of which a program names the one it wants. */
final class ResultFile {
    /** The first of those that a wish includes. */
    static final List<FileForm> FORMS =
            List.of(FileForm.JSON, FileForm.DEBIT_1, FileForm.XLSX, FileForm.OFX, FileForm.CAMT);

    private ResultFile() {}

    /**
     * The one that is wanted most; empty when none is.
     *
     * @param accept values of the header; none, or an empty one, means anything
     */
    static Optional<FileForm> wanted(List<String> accept) {
        if (accept.stream().allMatch(String::isBlank)) {
            return Optional.of(FileForm.JSON);
        }
        try {
            var wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                    .filter(each -> each.getQualityValue() > 0)
                    .sorted((one, other) ->
                            Double.compare(other.getQualityValue(), one.getQualityValue()))
                    .flatMap(each -> FORMS.stream().filter(form -> each.includes(form.type())))
                    .findFirst();
        } catch (InvalidMediaTypeException | InvalidMimeTypeException malformed) {
            return Optional.empty();
        }
    }

    /** As it is, but for the CSV of programs, which begins with the row's id. */
    static byte[] write(FileForm form, ReadResult.Read read, Instant now) throws IOException {
        return form == FileForm.DEBIT_1
                ? CsvFile.debit1(read.statements(), true).getBytes(StandardCharsets.UTF_8)
                : form.write(List.of(read), now);
    }
}
