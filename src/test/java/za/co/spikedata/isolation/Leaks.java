package za.co.spikedata.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Names, hosts and colours that nothing of a tenant may tell, looked for in whatever is told:
 * headers, pages, each part of an archive, a PDF's text and properties, what a signature covers.
 */
record Leaks(Set<String> forbidden) {
    private static final Pattern SIGNED = Pattern.compile("[\\w-]+\\.([\\w-]+)\\.[\\w-]+\\s*");

    Leaks {
        var lower = new TreeSet<String>();
        forbidden.forEach(word -> lower.add(word.toLowerCase(Locale.ROOT)));
        forbidden = lower;
    }

    /** What an answer gives away, each with where. */
    List<String> in(String place, HttpResponse<byte[]> answer) {
        var found = new ArrayList<String>();
        answer.headers()
                .map()
                .forEach((name, values) ->
                        values.forEach(value ->
                                found.addAll(in(place + " header " + name, name + ": " + value))));
        found.addAll(in(place, answer.body()));
        return found;
    }

    List<String> in(String place, byte[] bytes) {
        var plain = new String(bytes, StandardCharsets.UTF_8);
        var found = new ArrayList<>(in(place, plain));
        if (plain.startsWith("PK")) {
            found.addAll(inArchive(place, bytes));
        } else if (plain.startsWith("%PDF")) {
            found.addAll(inPdf(place, bytes));
        }
        var signed = SIGNED.matcher(plain);
        if (signed.matches()) {
            found.addAll(in(place + " payload", Base64.getUrlDecoder().decode(signed.group(1))));
        }
        return found;
    }

    List<String> in(String place, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return forbidden.stream()
                .filter(lower::contains)
                .map(word -> {
                    int at = lower.indexOf(word);
                    var around =
                            text.substring(
                                    Math.max(0, at - 30),
                                    Math.min(text.length(), at + word.length() + 30));
                    return "%s: %s in …%s…".formatted(place, word, around.replaceAll("\\s+", " "));
                })
                .toList();
    }

    private List<String> inArchive(String place, byte[] bytes) {
        var found = new ArrayList<String>();
        try {
            var file = Files.createTempFile("leaks", ".zip");
            Files.write(file, bytes);
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    var inside = place + "!" + entry.getName();
                    found.addAll(in(inside, inside.substring(place.length())));
                    found.addAll(in(inside, zip.getInputStream(entry).readAllBytes()));
                }
            }
            Files.delete(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return found;
    }

    private List<String> inPdf(String place, byte[] bytes) {
        try (var pdf = Loader.loadPDF(bytes)) {
            var found = new ArrayList<>(in(place + " text", new PDFTextStripper().getText(pdf)));
            var properties = pdf.getDocumentInformation();
            for (var key : properties.getMetadataKeys()) {
                found.addAll(
                        in(
                                place + " property " + key,
                                String.valueOf(properties.getCustomMetadataValue(key))));
            }
            var metadata = pdf.getDocumentCatalog().getMetadata();
            if (metadata != null) {
                found.addAll(in(place + " metadata", metadata.toByteArray()));
            }
            return found;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
