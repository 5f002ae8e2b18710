package za.co.spikedata.statements.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one multipart request in the order they arrive; opened when first asked, kept with
 * the request, so that the security chain reads the first field and the page goes on behind it.
 */
public final class UploadStream {
    private static final String ATTRIBUTE = UploadStream.class.getName();

    /** A field longer than this is none of ours. */
    private static final int LONGEST_FIELD_BYTES = 4096;

    /** File names come in the part's header; the library's own 512 bytes refuse long ones. */
    private static final int LONGEST_PART_HEADER_BYTES = 8192;

    /** What comes after this is not even thrown away; the connection ends. */
    private static final long LONGEST_BODY_BYTES = 2L << 30;

    private final HttpServletRequest request;
    private @Nullable FileItemInputIterator parts;
    private @Nullable FileItemInput ahead;
    private @Nullable Field first;

    private UploadStream(HttpServletRequest request) {
        this.request = request;
    }

    /** The stream of this request; the same one at every call. */
    public static UploadStream of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof UploadStream open) {
            return open;
        }
        var stream = new UploadStream(request);
        request.setAttribute(ATTRIBUTE, stream);
        return stream;
    }

    public static boolean isMultipart(HttpServletRequest request) {
        return JakartaServletFileUpload.isMultipartContent(request);
    }

    /** The value of the first part, if it is a form field of this name; empty for a broken body. */
    public Optional<String> firstField(String name) {
        try {
            if (first == null && parts == null && isMultipart(request)) {
                readFirst();
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException broken) {
            return Optional.empty();
        }
        return Optional.ofNullable(first)
                .filter(field -> field.name().equals(name))
                .map(Field::value);
    }

    /**
     * The next file; fields between files are passed over. Its bytes must be read before the next
     * is asked for.
     *
     * @throws IOException when the body breaks off or is no multipart body
     */
    public Optional<Part> nextFile() throws IOException {
        for (var item = next(); item != null; item = next()) {
            if (!item.isFormField()) {
                return Optional.of(new Part(fileName(item), item.getInputStream()));
            }
        }
        return Optional.empty();
    }

    /** Throws away what is left, so that the browser gets to see the answer. */
    public void drain() {
        try {
            var part = nextFile();
            while (part.isPresent()) {
                part = nextFile();
            }
        } catch (IOException | RuntimeException _) {
            ahead = null;
        }
    }

    private void readFirst() throws IOException {
        var item = next();
        if (item == null) {
            return;
        }
        if (!item.isFormField()) {
            ahead = item;
            return;
        }
        var bytes = item.getInputStream().readNBytes(LONGEST_FIELD_BYTES);
        var name = item.getFieldName();
        first = new Field(name == null ? "" : name, new String(bytes, StandardCharsets.UTF_8));
    }

    private @Nullable FileItemInput next() throws IOException {
        if (ahead != null) {
            var item = ahead;
            ahead = null;
            return item;
        }
        var open = parts;
        if (open == null) {
            open = open();
            parts = open;
        }
        return open.hasNext() ? open.next() : null;
    }

    private FileItemInputIterator open() throws IOException {
        var upload = new JakartaServletFileUpload<>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        upload.setMaxPartHeaderSize(LONGEST_PART_HEADER_BYTES);
        upload.setMaxFileCount(-1);
        upload.setMaxSize(LONGEST_BODY_BYTES);
        return upload.getItemIterator(request);
    }

    /** The library refuses names with a NUL; such a file is read under no name. */
    private static String fileName(FileItemInput item) {
        try {
            var name = item.getName();
            return name == null ? "" : name;
        } catch (RuntimeException invalid) {
            return "";
        }
    }

    /** A file as it arrives: its name as sent, its bytes to be read once. */
    public record Part(String fileName, InputStream content) {}

    private record Field(String name, String value) {
        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }
}
