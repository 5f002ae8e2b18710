package za.co.spikedata.engine.paper;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Simple files of one page, and the operators that print the texts of a statement on it. */
final class Pages {
    static final String SIZE = "/MediaBox[0 0 595 842]";
    static final String HELVETICA =
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

    private Pages() {}

    /** Catalog, tree, page, content and font are the objects 1 to 5. */
    static RawPdf of(String pageEntries, String fontObject, String content) {
        var pdf = new RawPdf();
        pdf.add(RawPdf.CATALOG);
        pdf.add("<</Type/Pages/Count 1/Kids[3 0 R]>>");
        pdf.add(
                "<</Type/Page/Parent 2 0 R%s/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>"
                        .formatted(pageEntries));
        pdf.stream("", content);
        pdf.add(fontObject);
        return pdf;
    }

    static byte[] ofHelvetica(String content) {
        return of(SIZE, HELVETICA, content).plain();
    }

    static String plain(List<Placed> texts) {
        return each(texts, text -> shown(text, literal(text.text())));
    }

    static String shown(Placed text, String string) {
        return "BT /F 8 Tf 1 0 0 1 %.3f %.3f Tm %s Tj ET\n"
                .formatted(text.left(), text.baseline(), string);
    }

    static String each(List<Placed> texts, Function<Placed, String> operators) {
        return texts.stream().map(operators).collect(Collectors.joining());
    }

    static String literal(String text) {
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")";
    }

    /** Two bytes a sign. */
    static String wide(String text) {
        return text.chars().mapToObj("%04X"::formatted).collect(Collectors.joining("", "<", ">"));
    }
}
