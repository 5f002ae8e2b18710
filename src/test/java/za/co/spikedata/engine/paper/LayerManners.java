package za.co.spikedata.engine.paper;

import static za.co.spikedata.engine.paper.Pages.HELVETICA;
import static za.co.spikedata.engine.paper.Pages.SIZE;
import static za.co.spikedata.engine.paper.Pages.literal;
import static za.co.spikedata.engine.paper.Pages.shown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same statement, with a draft of a row beside it that nobody who looks at the page sees. */
final class LayerManners {
    private static final List<Placed> TEXTS = Placed.statement();
    private static final String CONTENT = Pages.plain(TEXTS);
    private static final String DRAFT =
            shown(new Placed(50, 609, ""), "(27/02/2024)")
                    + shown(new Placed(110, 609, ""), "(DRAFT)")
                    + shown(new Placed(360, 609, ""), "(55.00)");
    private static final String OFF = "/D<</OFF[6 0 R]/Order[6 0 R]>>";

    private LayerManners() {}

    static Map<String, byte[]> all() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("layer off", marked("/OC /L BDC\n%sEMC\n", OFF, "6 0 R"));
        all.put(
                "layer off unless named",
                marked("/OC /L BDC\n%sEMC\n", "/D<</BaseState/OFF>>", "6 0 R"));
        all.put(
                "group of layers off",
                marked("/OC /L BDC\n%sEMC\n", OFF, "<</Type/OCMD/OCGs[6 0 R]/P/AnyOn>>"));
        all.put("layer off around others", marked("/OC /L BDC /P BMC\n%sEMC EMC\n", OFF, "6 0 R"));
        all.put("form of a layer that is off", form(OFF));
        all.put(
                "draft beyond the page",
                Pages.ofHelvetica("q 1 0 0 1 600 0 cm\n" + DRAFT + "Q\n" + CONTENT));
        all.put(
                "draft clipped away",
                Pages.ofHelvetica("q 0 0 10 10 re W n\n" + DRAFT + "Q\n" + CONTENT));
        all.put("draft in no colour", Pages.ofHelvetica("3 Tr " + DRAFT + "0 Tr " + CONTENT));
        all.put("note that is hidden", note(2));
        all.put("note that pops up", note(0));
        all.put(
                "words in comments and properties",
                Pages.ofHelvetica(
                        "% (27/02/2024) Tj\n/Span <</ActualText(27/02/2024 DRAFT 55.00)>> BDC EMC\n"
                                + CONTENT));
        all.put(
                "text as a clip",
                Pages.ofHelvetica(
                        "q BT 7 Tr /F 8 Tf 50 609 Td (27/02/2024 DRAFT 55.00) Tj ET Q " + CONTENT));
        return all;
    }

    private static byte[] marked(String around, String defaults, String property) {
        var pdf = Pages.of(SIZE, HELVETICA, CONTENT + around.formatted(DRAFT));
        pdf.set(
                1,
                "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]%s>>>>".formatted(defaults));
        pdf.set(
                3,
                "<</Type/Page/Parent 2 0 R%s/Resources<</Font<</F 5 0 R>>/Properties<</L %s>>>>/Contents 4 0 R>>"
                        .formatted(SIZE, property));
        pdf.add("<</Type/OCG/Name(Draft)>>");
        return pdf.plain();
    }

    private static byte[] form(String defaults) {
        var pdf = Pages.of(SIZE, HELVETICA, CONTENT + "/X Do\n");
        pdf.set(
                1,
                "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]%s>>>>".formatted(defaults));
        pdf.set(
                3,
                "<</Type/Page/Parent 2 0 R%s/Resources<</Font<</F 5 0 R>>/XObject<</X 7 0 R>>>>/Contents 4 0 R>>"
                        .formatted(SIZE));
        pdf.add("<</Type/OCG/Name(Draft)>>");
        pdf.stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/OC 6 0 R/Resources<</Font<</F 5 0 R>>>>",
                DRAFT);
        return pdf.plain();
    }

    /**
     * @param flags of the note; 2 hides it
     */
    private static byte[] note(int flags) {
        var pdf = Pages.of(SIZE, HELVETICA, CONTENT);
        String kind = flags == 2 ? "FreeText" : "Popup";
        int look =
                pdf.stream(
                        "/Type/XObject/Subtype/Form/BBox[0 0 400 12]/Resources<</Font<</F 5 0 R>>>>",
                        "BT /F 8 Tf 2 3 Td %s Tj ET".formatted(literal("27/02/2024 DRAFT 55.00")));
        int note =
                pdf.add(
                        "<</Type/Annot/Subtype/%s/Contents(27/02/2024 DRAFT 55.00)/F %d/Rect[48 606 448 618]/AP<</N %d 0 R>>>>"
                                .formatted(kind, flags, look));
        pdf.set(
                3,
                "<</Type/Page/Parent 2 0 R%s/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R/Annots[%d 0 R]>>"
                        .formatted(SIZE, note));
        return pdf.plain();
    }
}
