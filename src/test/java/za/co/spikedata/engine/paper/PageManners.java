package za.co.spikedata.engine.paper;

import static za.co.spikedata.engine.paper.Pages.HELVETICA;
import static za.co.spikedata.engine.paper.Pages.SIZE;
import static za.co.spikedata.engine.paper.Pages.literal;
import static za.co.spikedata.engine.paper.Pages.shown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How producers lay out the same statement: boxes, turns, trees, streams and forms. */
final class PageManners {
    private static final List<Placed> TEXTS = Placed.statement();
    private static final String CONTENT = Pages.plain(TEXTS);

    private PageManners() {}

    static Map<String, byte[]> all() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("turned 90", turned(90, "[0 0 842 595]", "0 1 -1 0 842 0"));
        all.put("turned 180", turned(180, "[0 0 595 842]", "-1 0 0 -1 595 842"));
        all.put("turned 270", turned(270, "[0 0 842 595]", "0 -1 1 0 0 595"));
        all.put("boxes beyond the page", boxed());
        all.put("units of two points", units());
        all.put("inherited in a deep tree", inherited());
        all.put("content cut between operands", cut(" Tm "));
        all.put("content cut behind blocks", cut("ET\n"));
        all.put("fonts of a form's page", formed());
        all.put("a form for every cell", formEach());
        all.put("a page of another size", sizes());
        return all;
    }

    private static byte[] turned(int degrees, String box, String matrix) {
        return Pages.of(
                        "/MediaBox%s/Rotate %d".formatted(box, degrees),
                        HELVETICA,
                        "q %s cm\n%sQ".formatted(matrix, CONTENT))
                .plain();
    }

    private static byte[] boxed() {
        String content =
                "q 1 0 0 1 -300 1000 cm\n%sQ BT /F 8 Tf -700 1672 Td (03/02/2024 CROP MARK 5.00) Tj ET"
                        .formatted(CONTENT);
        return Pages.of(
                        "/MediaBox[-800 500 900 2400]/CropBox[-300 1000 295 1842]",
                        HELVETICA,
                        content)
                .plain();
    }

    private static byte[] units() {
        return Pages.of(
                        "/MediaBox[0 0 297.5 421]/UserUnit 2",
                        HELVETICA,
                        "q .5 0 0 .5 0 0 cm\n%sQ".formatted(CONTENT))
                .plain();
    }

    private static byte[] inherited() {
        var pdf = new RawPdf();
        pdf.add(RawPdf.CATALOG);
        pdf.add(
                "<</Type/Pages/Count 1/Kids[3 0 R]/Resources 7 0 R/MediaBox[0 0 842 595]/Rotate 90>>");
        pdf.add("<</Type/Pages/Parent 2 0 R/Count 1/Kids[4 0 R]>>");
        pdf.add("<</Type/Pages/Parent 3 0 R/Count 1/Kids[5 0 R]>>");
        pdf.add("<</Type/Page/Parent 4 0 R/Contents 6 0 R>>");
        pdf.stream("", "q 0 1 -1 0 842 0 cm\n%sQ".formatted(CONTENT));
        pdf.add("<</Font 8 0 R>>");
        pdf.add("<</F 9 0 R>>");
        pdf.add(HELVETICA);
        return pdf.plain();
    }

    /** The page's content lies in many streams, cut after each such text. */
    private static byte[] cut(String after) {
        var pdf = Pages.of(SIZE, HELVETICA, CONTENT);
        var parts = new StringBuilder();
        String[] pieces = CONTENT.split("(?<=" + after + ")");
        for (String piece : pieces) {
            parts.append(pdf.stream("", piece.strip())).append(" 0 R ");
        }
        pdf.set(
                3,
                "<</Type/Page/Parent 2 0 R%s/Resources<</Font<</F 5 0 R>>>>/Contents[%s]>>"
                        .formatted(SIZE, parts));
        return pdf.plain();
    }

    private static byte[] formed() {
        var pdf = Pages.of(SIZE, HELVETICA, "q 2 0 0 2 0 0 cm /X Do Q");
        int inner =
                pdf.stream(
                        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[.5 0 0 .5 0 0]",
                        CONTENT);
        int outer =
                pdf.stream(
                        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<</Y %d 0 R>>>>"
                                .formatted(inner),
                        "/Y Do");
        pdf.set(
                3,
                "<</Type/Page/Parent 2 0 R%s/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>/Contents 4 0 R>>"
                        .formatted(SIZE, outer));
        return pdf.plain();
    }

    private static byte[] formEach() {
        var pdf = Pages.of(SIZE, HELVETICA, CONTENT);
        var content = new StringBuilder();
        var names = new StringBuilder();
        for (Placed text : TEXTS) {
            String inside = shown(new Placed(1, 3, text.text()), literal(text.text()));
            int form =
                    pdf.stream(
                            "/Type/XObject/Subtype/Form/BBox[0 0 %.1f 11]/Resources<</Font<</F 5 0 R>>>>"
                                    .formatted(text.right() - text.left() + 2),
                            inside);
            names.append("/X%d %d 0 R".formatted(form, form));
            content.append(
                    "q 1 0 0 1 %.3f %.3f cm /X%d Do Q\n"
                            .formatted(text.left() - 1, text.baseline() - 3, form));
        }
        int all = pdf.stream("", content.toString());
        pdf.set(
                3,
                "<</Type/Page/Parent 2 0 R%s/Resources<</XObject<<%s>>>>/Contents %d 0 R>>"
                        .formatted(SIZE, names, all));
        return pdf.plain();
    }

    /** The heading and the last three rows stand on a second page, wider and further right. */
    private static byte[] sizes() {
        var first = TEXTS.stream().filter(text -> text.baseline() > 640).toList();
        var second =
                TEXTS.stream()
                        .filter(text -> text.baseline() < 640 || text.baseline() == 700)
                        .map(text -> text.moved(90, -250))
                        .toList();
        var pdf = Pages.of(SIZE, HELVETICA, Pages.plain(first));
        int content = pdf.stream("", Pages.plain(second));
        int page =
                pdf.add(
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Resources<</Font<</F 5 0 R>>>>/Contents %d 0 R>>"
                                .formatted(content));
        pdf.set(2, "<</Type/Pages/Count 2/Kids[3 0 R %d 0 R]>>".formatted(page));
        return pdf.plain();
    }
}
