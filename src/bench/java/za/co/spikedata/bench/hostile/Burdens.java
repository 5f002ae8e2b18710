package za.co.spikedata.bench.hostile;

import java.util.List;
import java.util.Random;

/**
 * Statements whose print is whole, and that carry what no print needs: attachments, forms, scripts,
 * trees and layers without end. All of it is to be passed by.
 */
final class Burdens {
    private Burdens() {}

    static List<Family> families() {
        return List.of(
                new Family("burdens: an attachment that unfolds", Burdens::attachment),
                new Family("burdens: attachments in attachments", Burdens::matryoshka),
                new Family("burdens: thousands of attachments", Burdens::attachments),
                new Family("burdens: forms that laugh", Burdens::laughs),
                new Family("burdens: metadata that unfolds", Burdens::metadata),
                new Family("burdens: fields in a circle", Burdens::fields),
                new Family("burdens: signatures of anything", Burdens::signatures),
                new Family("burdens: scripts and launches", Burdens::actions),
                new Family("burdens: notes that draw themselves", Burdens::notes),
                new Family("burdens: thousands of notes", Burdens::manyNotes),
                new Family("burdens: trees of names", Burdens::names),
                new Family("burdens: bookmarks in a circle", Burdens::outlines),
                new Family("burdens: a structure without end", Burdens::structure),
                new Family("burdens: layers of layers", Burdens::layers),
                new Family("burdens: long texts about the file", Burdens::about));
    }

    private static byte[] with(String catalog, RawPdf pdf) {
        return pdf.change(1, "/Pages 2 0 R", "/Pages 2 0 R" + catalog).bytes();
    }

    private static String attached(String bytes, String filter) {
        return "<</Type/EmbeddedFile%s/Length %d>>\nstream\n%s\nendstream"
                .formatted(filter, bytes.length(), bytes);
    }

    private static byte[] attachment(Random random) {
        String bomb = Packing.flateBomb("<a>", 1 << random.nextInt(10));
        return with(
                "/Names<</EmbeddedFiles<</Names[(a.pdf)<</Type/Filespec/F(a.pdf)/EF<</F 8 0"
                        + " R>>>>]>>>>",
                RawPdf.statement().put(8, attached(bomb, "/Filter/FlateDecode")));
    }

    private static byte[] matryoshka(Random random) {
        byte[] inner = RawPdf.statement().bytes();
        for (int i = random.nextInt(12); i >= 0; i--) {
            String bytes = RawPdf.latin(inner);
            boolean packed = random.nextBoolean();
            inner =
                    with(
                            "/Names<</EmbeddedFiles<</Names[(a)<</EF<</F 8 0 R>>>>]>>>>",
                            RawPdf.statement()
                                    .put(
                                            8,
                                            packed
                                                    ? attached(
                                                            Packing.flate(bytes),
                                                            "/Filter/FlateDecode")
                                                    : attached(bytes, "")));
        }
        return inner;
    }

    private static byte[] attachments(Random random) {
        var pdf = RawPdf.statement();
        var names = new StringBuilder();
        for (int i = 1 + random.nextInt(3_000); i > 0; i--) {
            pdf.put(20 + i, attached("%PDF-1.4\n%%EOF\n", ""));
            names.append("(%d)<</Type/Filespec/EF<</F %d 0 R>>>>".formatted(i, 20 + i));
        }
        return with("/Names<</EmbeddedFiles<</Names[" + names + "]>>>>", pdf);
    }

    private static byte[] laughs(Random random) {
        var xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
        int levels = 1 + random.nextInt(12);
        for (int i = 1; i <= levels; i++) {
            xml.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        xml.append(
                "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><xdp>&a%d;&file;</xdp>"
                        .formatted(levels));
        String form = Family.any(List.of("8 0 R", "[(template)8 0 R(datasets)8 0 R]"), random);
        return with(
                "/AcroForm<</Fields[]/NeedAppearances true/XFA " + form + ">>/Metadata 8 0 R",
                RawPdf.statement().stream(8, "/Type/Metadata/Subtype/XML", xml.toString()));
    }

    private static byte[] metadata(Random random) {
        return with(
                "/Metadata 8 0 R",
                RawPdf.statement().stream(
                        8,
                        "/Type/Metadata/Subtype/XML/Filter/FlateDecode",
                        Packing.flateBomb("<x:a>", 1 << random.nextInt(10))));
    }

    private static byte[] fields(Random random) {
        int length = 1 + random.nextInt(40);
        var pdf = RawPdf.statement();
        for (int i = 0; i < length; i++) {
            pdf.put(
                    20 + i,
                    "<</FT/Tx/T(a)/Parent %d 0 R/Kids[%s]/V %s>>"
                            .formatted(
                                    20 + random.nextInt(length),
                                    (20 + (i + 1) % length + " 0 R ").repeat(10),
                                    Family.any(Family.VALUES, random)));
        }
        return with("/AcroForm<</Fields[20 0 R 20 0 R]/CO[20 0 R]>>", pdf);
    }

    private static byte[] signatures(Random random) {
        var pdf =
                RawPdf.statement()
                        .put(
                                8,
                                "<</FT/Sig/T(s)/V 9 0 R/Kids[8 0 R]/Lock 8 0 R/Rect[%s 0 0 0]>>"
                                        .formatted(Family.number(random)))
                        .put(
                                9,
                                "<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[%s %s %s %s]/Contents<%s>/Reference[9 0 R]>>"
                                        .formatted(
                                                Family.number(random),
                                                Family.number(random),
                                                Family.number(random),
                                                Family.number(random),
                                                "30".repeat(random.nextInt(9_000))));
        return with("/AcroForm<</SigFlags 3/Fields[8 0 R]>>/Perms<</DocMDP 9 0 R>>", pdf);
    }

    private static byte[] actions(Random random) {
        String action =
                Family.any(
                        List.of(
                                "<</S/JavaScript/JS(while\\(true\\){app.alert\\(1\\)})/Next 8 0"
                                        + " R>>",
                                "<</S/Launch/F(/bin/true)/Win<</F(cmd.exe)/P(/c)>>/Next[8 0 R 8 0"
                                        + " R]>>",
                                "<</S/URI/URI(http://127.0.0.1:1/)/Next 8 0 R>>",
                                "<</S/SubmitForm/F<</FS/URL/F(http://127.0.0.1:1/)>>/Next 8 0 R>>",
                                "<</S/GoToR/F(\\\\\\\\127.0.0.1\\\\a)/D[0/Fit]/Next 8 0 R>>",
                                "<</S/ImportData/F(/etc/passwd)/Next 8 0 R>>"),
                        random);
        return with(
                "/OpenAction 8 0 R/AA<</WC 8 0 R/DP 8 0 R>>/Names<</JavaScript<</Names[(a)8 0"
                        + " R]>>>>",
                RawPdf.statement().put(8, action));
    }

    private static byte[] notes(Random random) {
        return RawPdf.statement()
                .change(
                        3,
                        "/Contents",
                        "/Annots[" + "8 0 R ".repeat(1 + random.nextInt(99)) + "]/Contents")
                .put(
                        8,
                        "<</Type/Annot/Subtype/%s/Rect[0 0 595 842]/AP<</N 9 0 R/D 8 0 R>>/Popup 8 0 R/Parent 8 0 R/IRT 8 0 R>>"
                                .formatted(
                                        Family.any(List.of("FreeText", "Widget", "Stamp"), random)))
                .stream(
                        9,
                        "/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 9 0 R>>>>",
                        "/X Do ".repeat(20))
                .bytes();
    }

    private static byte[] manyNotes(Random random) {
        String note = "<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(a)>>>>";
        return RawPdf.statement()
                .change(
                        3,
                        "/Contents",
                        "/Annots[" + note.repeat(1 << random.nextInt(16)) + "]/Contents")
                .bytes();
    }

    private static byte[] names(Random random) {
        var pdf = RawPdf.statement();
        int levels = 1 + random.nextInt(10);
        for (int i = 0; i <= levels; i++) {
            String kid = 20 + (random.nextInt(4) > 0 ? (i + 1) % (levels + 1) : 0) + " 0 R ";
            pdf.put(20 + i, "<</Limits[(a)(z)]/Kids[%s]>>".formatted(kid.repeat(10)));
        }
        return with("/Names<</Dests 20 0 R/AP 20 0 R>>/PageLabels 20 0 R/Dests 20 0 R", pdf);
    }

    private static byte[] outlines(Random random) {
        int count = 1 << random.nextInt(14);
        var pdf = RawPdf.statement();
        for (int i = 0; i < count; i++) {
            pdf.put(
                    20 + i,
                    "<</Title(a)/Parent 20 0 R/First %d 0 R/Next %d 0 R/Prev %d 0 R/Count %s>>"
                            .formatted(
                                    20 + random.nextInt(count),
                                    20 + (i + 1) % count,
                                    20 + random.nextInt(count),
                                    Family.number(random)));
        }
        return with("/Outlines 20 0 R", pdf);
    }

    private static byte[] structure(Random random) {
        int depth = 1 << random.nextInt(15);
        var pdf = RawPdf.statement();
        for (int i = 0; i < depth; i++) {
            pdf.put(20 + i, "<</S/P/P 20 0 R/Pg 3 0 R/K[%d 0 R 0 20 0 R]>>".formatted(21 + i));
        }
        return with(
                "/MarkInfo<</Marked true>>/StructTreeRoot<</K 20 0 R/ParentTree 20 0"
                        + " R/RoleMap<</P/P>>>>",
                pdf);
    }

    private static byte[] layers(Random random) {
        int count = 1 + random.nextInt(500);
        var groups = new StringBuilder();
        var pdf = RawPdf.statement();
        for (int i = 0; i < count; i++) {
            pdf.put(
                    20 + i,
                    "<</Type/OCMD/OCGs[%d 0 R 20 0 R]/VE[/Not[/And 20 0 R]]>>".formatted(21 + i));
            groups.append(20 + i).append(" 0 R ");
        }
        String content = "/OC/L BDC ".repeat(1 << random.nextInt(14)) + RawPdf.content();
        pdf.change(3, "/Font<<", "/Properties<</L 20 0 R>>/Font<<").stream(4, "", content);
        return with(
                "/OCProperties<</OCGs[%s]/D<</BaseState/%s/OFF[%s]/Order[[[%s]]]>>>>"
                        .formatted(
                                groups,
                                random.nextBoolean() ? "OFF" : "ON",
                                random.nextBoolean() ? "" : "99 0 R",
                                groups),
                pdf);
    }

    private static byte[] about(Random random) {
        String text = Family.any(List.of("A", "\\(", "\u00fe\u00ff\0", "${jndi:ldap://a}"), random);
        return RawPdf.statement()
                .put(
                        8,
                        "<</Producer(%s)/Creator %s/CreationDate(%s)>>"
                                .formatted(
                                        text.repeat(1 + random.nextInt(1 << 20) / text.length()),
                                        Family.any(Family.VALUES, random),
                                        "D:9".repeat(random.nextInt(999))))
                .trailer("/Root 1 0 R/Info 8 0 R")
                .bytes();
    }
}
