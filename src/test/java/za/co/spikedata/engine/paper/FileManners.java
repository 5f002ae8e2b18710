package za.co.spikedata.engine.paper;

import static za.co.spikedata.engine.paper.Pages.HELVETICA;
import static za.co.spikedata.engine.paper.Pages.SIZE;
import static za.co.spikedata.engine.paper.Pages.literal;
import static za.co.spikedata.engine.paper.Pages.shown;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** How producers keep the same statement in a file: tables of places, locks, layers and fields. */
final class FileManners {
    private static final List<Placed> TEXTS = Placed.statement();
    private static final String CONTENT = Pages.plain(TEXTS);

    private FileManners() {}

    static Map<String, byte[]> all() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("packed objects", simple().packed());
        all.put("hybrid places", simple().hybrid(5));
        all.put("linearised", simple().linearised());
        all.put("locked by 40 bits", locked(40, false));
        all.put("locked by 128 bits", locked(128, false));
        all.put("locked by 128 bits of AES", locked(128, true));
        all.put("locked by 256 bits of AES", locked(256, true));
        all.put("font of a graphics state", state());
        all.put("a layer that is off", layered());
        all.put("a field that holds the balance", field());
        all.put("megabytes about the file", described());
        return all;
    }

    private static RawPdf simple() {
        return Pages.of(SIZE, HELVETICA, CONTENT);
    }

    private static byte[] locked(int bits, boolean aes) {
        try (var document = Loader.loadPDF(simple().plain());
                var bytes = new ByteArrayOutputStream()) {
            var lock = new StandardProtectionPolicy("owner", "", new AccessPermission());
            lock.setEncryptionKeyLength(bits);
            lock.setPreferAES(aes);
            document.protect(lock);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] state() {
        var pdf = Pages.of(SIZE, HELVETICA, CONTENT.replace("/F 8 Tf", "/G gs"));
        pdf.set(
                3,
                "<</Type/Page/Parent 2 0 R%s/Resources<</ExtGState<</G<</Font[5 0 R 8]>>>>>>/Contents 4 0 R>>"
                        .formatted(SIZE));
        return pdf.plain();
    }

    private static byte[] layered() {
        String hidden =
                shown(new Placed(50, 588, ""), "(28/02/2024 DRAFT ROW)")
                        + shown(new Placed(360, 588, ""), "(55.00)");
        var pdf = Pages.of(SIZE, HELVETICA, CONTENT + "/OC /L BDC\n" + hidden + "EMC\n");
        pdf.set(
                1,
                "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]/Order[6 0 R]>>>>>>");
        pdf.set(
                3,
                "<</Type/Page/Parent 2 0 R%s/Resources<</Font<</F 5 0 R>>/Properties<</L 6 0 R>>>>/Contents 4 0 R>>"
                        .formatted(SIZE));
        pdf.add("<</Type/OCG/Name(Draft)>>");
        return pdf.plain();
    }

    private static byte[] field() {
        Placed last = TEXTS.getLast();
        var pdf = Pages.of(SIZE, HELVETICA, Pages.plain(TEXTS.subList(0, TEXTS.size() - 1)));
        int look =
                pdf.stream(
                        "/Type/XObject/Subtype/Form/BBox[0 0 60 12]/Resources<</Font<</F 5 0 R>>>>",
                        "/Tx BMC q BT /F 8 Tf 2 3 Td %s Tj ET Q EMC"
                                .formatted(literal(last.text())));
        int field =
                pdf.add(
                        "<</Type/Annot/Subtype/Widget/FT/Tx/T(closing)/V(18,980.95)/DA(/F 8 Tf)/F 4/Rect[%.3f %.3f %.3f %.3f]/AP<</N %d 0 R>>>>"
                                .formatted(
                                        last.left() - 2,
                                        last.baseline() - 3,
                                        last.left() + 58,
                                        last.baseline() + 9,
                                        look));
        pdf.set(
                1,
                "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[%d 0 R]/DR<</Font<</F 5 0 R>>>>>>>>"
                        .formatted(field));
        pdf.set(
                3,
                "<</Type/Page/Parent 2 0 R%s/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R/Annots[%d 0 R]>>"
                        .formatted(SIZE, field));
        return pdf.plain();
    }

    private static byte[] described() {
        var pdf = simple();
        int about =
                pdf.stream(
                        "/Type/Metadata/Subtype/XML",
                        "<x:xmpmeta><!-- %s --></x:xmpmeta>"
                                .formatted("a long history of edits ".repeat(150_000)));
        pdf.set(1, "<</Type/Catalog/Pages 2 0 R/Metadata %d 0 R>>".formatted(about));
        return pdf.plain();
    }
}
