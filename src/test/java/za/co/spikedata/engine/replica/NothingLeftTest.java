package za.co.spikedata.engine.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.engine.replica.ReplicaMakerTest.words;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.pdf.PdfFile;
import za.co.spikedata.support.RawSearch;

/** Wherever a file may hold somebody's name, its replica holds none. */
class NothingLeftTest {
    private static final String NAME = "Mthembu-Vosloo";

    private static final String PAPER =
            """
            Sample Bank                      Account number: 6212345678
            Statement period 01/03/2024 to 31/03/2024

            Date          Description                      Amount         Balance
            01/03/2024    Opening balance                                1,500.00
            04/03/2024    QUAGGA INSURE                    -250.00       1,250.00
            11/03/2024    SALARY KAREE FOODS             12,000.00      13,250.00
            19/03/2024    QUAGGA INSURE                    -310.40      12,949.60
            28/03/2024    MARULA CAFE                       -45.10      12,904.50
            """;

    /** Where a name is put into the file, besides what its pages print. */
    private enum Place {
        ANNOTATION {
            @Override
            void put(PDDocument document) {
                var note = dictionary("Subtype", named("FreeText"));
                note.setString(COSName.CONTENTS, NAME);
                note.setString(named("T"), NAME);
                note.setString(named("RC"), "<body><p>" + NAME + "</p></body>");
                page(document).setItem(COSName.ANNOTS, array(note));
            }
        },
        FORM_FIELD {
            @Override
            void put(PDDocument document) {
                var field = dictionary("FT", named("Tx"));
                field.setString(named("T"), NAME);
                field.setString(named("V"), NAME);
                field.setString(named("TU"), NAME);
                field.setItem(COSName.SUBTYPE, named("Widget"));
                var form = dictionary("Fields", array(field));
                form.setItem(named("XFA"), stream("<xfa>" + NAME + "</xfa>"));
                catalog(document).setItem(named("AcroForm"), form);
                page(document).setItem(COSName.ANNOTS, array(field));
            }
        },
        OPTIONAL_CONTENT {
            @Override
            void put(PDDocument document) throws IOException {
                var group = dictionary("Type", named("OCG"));
                group.setString(named("Name"), NAME);
                var all = dictionary("OCGs", array(group));
                all.setItem(named("D"), new COSDictionary());
                catalog(document).setItem(named("OCProperties"), all);
                resources(document).setItem(named("Properties"), dictionary(NAME, group));
                append(document, "/OC /" + NAME + " BDC EMC\n");
            }
        },
        MARKED_CONTENT {
            @Override
            void put(PDDocument document) throws IOException {
                append(
                        document,
                        "/Span <</ActualText (%s) /Alt (%s) /E (%s)>> BDC EMC /%s MP\n"
                                .formatted(NAME, NAME, NAME, NAME));
            }
        },
        STRUCTURE_TREE {
            @Override
            void put(PDDocument document) {
                var element = dictionary("S", named(NAME));
                element.setString(named("Alt"), NAME);
                element.setString(named("ActualText"), NAME);
                element.setString(named("T"), NAME);
                var root = dictionary("K", array(element));
                root.setItem(named("RoleMap"), dictionary(NAME, named("P")));
                catalog(document).setItem(named("StructTreeRoot"), root);
            }
        },
        OUTLINE {
            @Override
            void put(PDDocument document) {
                var item = dictionary("Type", named("Outline"));
                item.setString(COSName.TITLE, NAME);
                catalog(document).setItem(COSName.OUTLINES, dictionary("First", item));
            }
        },
        PAGE_LABEL {
            @Override
            void put(PDDocument document) {
                var label = dictionary("S", named("D"));
                label.setString(named("P"), NAME);
                catalog(document).setItem(named("PageLabels"), dictionary("Nums", array(label)));
            }
        },
        NAMED_DESTINATION {
            @Override
            void put(PDDocument document) {
                var names = array(new COSString(NAME), array(named("Fit")));
                var tree = dictionary("Dests", dictionary("Names", names));
                catalog(document).setItem(COSName.NAMES, tree);
                catalog(document).setItem(named("Dests"), dictionary(NAME, array(named("Fit"))));
            }
        },
        JAVA_SCRIPT {
            @Override
            void put(PDDocument document) {
                var action = dictionary("S", named("JavaScript"));
                action.setItem(named("JS"), stream("app.alert('" + NAME + "')"));
                catalog(document).setItem(named("OpenAction"), action);
                page(document).setItem(named("AA"), dictionary("O", action));
            }
        },
        METADATA {
            @Override
            void put(PDDocument document) {
                document.getDocumentInformation().setAuthor(NAME);
                document.getDocumentInformation().setCustomMetadataValue("Holder", NAME);
                catalog(document)
                        .setItem(COSName.METADATA, stream("<dc:creator>" + NAME + "</dc:creator>"));
                page(document).setItem(COSName.METADATA, stream("<x>" + NAME + "</x>"));
            }
        },
        EMBEDDED_FILE {
            @Override
            void put(PDDocument document) {
                var file = dictionary("EF", dictionary("F", stream(NAME + ",1.00")));
                file.setString(named("UF"), NAME + ".csv");
                file.setString(named("Desc"), NAME);
                catalog(document).setItem(named("AF"), array(file));
            }
        },
        FONT {
            @Override
            void put(PDDocument document) {
                eachFont(
                        document,
                        font -> {
                            font.setName(COSName.BASE_FONT, "ABCDEF+" + NAME);
                            var descriptor = dictionary("FontName", named(NAME));
                            descriptor.setString(named("FontFamily"), NAME);
                            descriptor.setString(named("CharSet"), "/" + NAME);
                            font.setItem(COSName.FONT_DESC, descriptor);
                        });
            }
        },
        ENCODING {
            @Override
            void put(PDDocument document) {
                eachFont(document, font -> font.setName(COSName.ENCODING, NAME));
            }
        },
        GLYPH_NAME {
            @Override
            void put(PDDocument document) {
                eachFont(
                        document,
                        font -> {
                            var differences = array(COSInteger.get(1), named(NAME));
                            var encoding = dictionary("BaseEncoding", named("WinAnsiEncoding"));
                            encoding.setItem(COSName.DIFFERENCES, differences);
                            font.setItem(COSName.ENCODING, encoding);
                        });
            }
        },
        RESOURCE_NAME {
            @Override
            void put(PDDocument document) throws IOException {
                var fonts = resources(document).getCOSDictionary(COSName.FONT);
                var font = fonts.getDictionaryObject(fonts.keySet().iterator().next());
                fonts.setItem(named(NAME), font);
                append(document, "BT /" + NAME + " 7 Tf 28 30 Td (Bank) Tj ET\n");
            }
        },
        TYPE_3_FONT {
            @Override
            void put(PDDocument document) throws IOException {
                var font = dictionary("Type", COSName.FONT);
                font.setItem(COSName.SUBTYPE, COSName.TYPE3);
                font.setItem(named("Name"), named(NAME));
                font.setItem(
                        named("CharProcs"), dictionary(NAME, stream("500 0 d0 %" + NAME + "\n")));
                font.setItem(COSName.FONT_MATRIX, numbers(0.001f, 0, 0, 0.001f, 0, 0));
                font.setItem(COSName.FONT_BBOX, numbers(0, 0, 500, 500));
                var differences = array(COSInteger.get(65), named(NAME));
                font.setItem(COSName.ENCODING, dictionary("Differences", differences));
                font.setInt(COSName.FIRST_CHAR, 65);
                font.setInt(COSName.LAST_CHAR, 65);
                font.setItem(COSName.WIDTHS, numbers(500));
                resources(document).getCOSDictionary(COSName.FONT).setItem(named("T3"), font);
                append(document, "BT /T3 7 Tf 28 30 Td (A) Tj ET\n");
            }
        },
        INLINE_IMAGE {
            @Override
            void put(PDDocument document) throws IOException {
                append(document, "q BI /W 14 /H 1 /BPC 8 /CS /G ID " + NAME + " EI Q\n");
            }
        },
        COLOUR_PROFILE {
            @Override
            void put(PDDocument document) {
                COSStream profile = stream("prof " + NAME);
                profile.setInt(named("N"), 3);
                resources(document)
                        .setItem(
                                COSName.COLORSPACE,
                                dictionary("C", array(named("ICCBased"), profile)));
                var intent = dictionary("DestOutputProfile", profile);
                intent.setString(named("Info"), NAME);
                catalog(document).setItem(named("OutputIntents"), array(intent));
            }
        },
        PAGE_PIECE {
            @Override
            void put(PDDocument document) {
                var made = dictionary("Private", stream(NAME));
                page(document).setItem(named("PieceInfo"), dictionary(NAME, made));
                page(document).setItem(named("Thumb"), stream(NAME));
            }
        },
        THREAD {
            @Override
            void put(PDDocument document) {
                var told = new COSDictionary();
                told.setString(COSName.TITLE, NAME);
                var thread = dictionary("I", told);
                catalog(document).setItem(named("Threads"), array(thread));
                page(document).setItem(named("B"), array(dictionary("T", thread)));
            }
        },
        SIGNATURE {
            @Override
            void put(PDDocument document) {
                var signature = dictionary("Filter", named("Adobe.PPKLite"));
                signature.setString(named("Name"), NAME);
                signature.setString(named("Reason"), NAME);
                signature.setString(named("ContactInfo"), NAME);
                signature.setItem(
                        COSName.CONTENTS,
                        new COSString(("CN=" + NAME).getBytes(StandardCharsets.UTF_16BE)));
                catalog(document).setItem(named("Perms"), dictionary("DocMDP", signature));
            }
        },
        FORM_OBJECT {
            @Override
            void put(PDDocument document) throws IOException {
                COSStream form = stream("% " + NAME + "\nBT ET\n");
                form.setItem(COSName.SUBTYPE, COSName.FORM);
                form.setItem(COSName.BBOX, numbers(0, 0, 9, 9));
                form.setString(named("LastModified"), NAME);
                form.setItem(named("Ref"), dictionary(NAME, named(NAME)));
                resources(document).setItem(COSName.XOBJECT, dictionary(NAME, form));
                append(document, "/" + NAME + " Do\n");
            }
        },
        COMMENT {
            @Override
            void put(PDDocument document) throws IOException {
                append(document, "% " + NAME + "\n");
            }
        },
        UNSEEN_TEXT {
            @Override
            void put(PDDocument document) throws IOException {
                write(document, "3 Tr 28 30 Td (" + NAME + ") Tj");
            }
        },
        TEXT_OFF_THE_PAGE {
            @Override
            void put(PDDocument document) throws IOException {
                write(document, "28 -3000 Td (" + NAME + ") Tj");
            }
        },
        UNKNOWN_ENTRY {
            @Override
            void put(PDDocument document) {
                catalog(document).setItem(named("Unknown"), stream(NAME));
            }
        };

        abstract void put(PDDocument document) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void holdsNoNameWhereverTheFileHadIt(Place place) throws IOException {
        byte[] original = with(place);
        var search = new RawSearch(Map.of("name", NAME));
        assertThat(search.in(original)).isNotEmpty();

        byte[] copy = made(original);

        assertThat(search.in(copy)).isEmpty();
        assertThat(PdfFile.everything(copy)).doesNotContainIgnoringCase("mthembu", "vosloo");
        assertThat(new String(copy, StandardCharsets.ISO_8859_1))
                .doesNotContain("/Annots", "/AcroForm", "/StructTreeRoot", "/Names", "/Outlines")
                .doesNotContain("/Metadata", "/PieceInfo", "/Properties", "/ColorSpace");
    }

    /** In a font whose letters differ in width, the gaps of a name would tell it. */
    @Test
    void tellsNoMoreOfUnseenTextThanHowLongItIs() throws IOException {
        assertThat(made(unseen("Willem Jili"))).isEqualTo(made(unseen("iliJ mellWi")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Instalment of 250", "Skuld van 250", "9 of 250 paid"})
    void keepsNoNumberForStandingBehindAWordOfPageNumbers(String said) {
        byte[] copy = madeSaying(said);

        assertThat(PdfFile.everything(copy)).isNotEmpty();
        assertThat(words(copy)).doesNotContain("250");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Page 1 of 3", "Bladsy 1 van 3"})
    void keepsTheNumbersOfPages(String said) {
        assertThat(words(madeSaying(said))).contains(said);
    }

    private static byte[] with(Place place) throws IOException {
        try (var document = Loader.loadPDF(TypedPaper.of(PAPER))) {
            place.put(document);
            return saved(document);
        }
    }

    private static byte[] unseen(String text) throws IOException {
        try (var document = Loader.loadPDF(TypedPaper.of(PAPER));
                var content =
                        new PDPageContentStream(
                                document, document.getPage(0), AppendMode.APPEND, false)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 7);
            content.setRenderingMode(RenderingMode.NEITHER);
            content.newLineAtOffset(28, 30);
            content.showText(text);
            content.endText();
            content.close();
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static byte[] madeSaying(String said) {
        return made(TypedPaper.of(PAPER + "\n" + said + "\n"));
    }

    private static byte[] made(byte[] original) {
        Replica replica =
                new ReplicaMaker(new StatementEngine(EngineLimits.DEFAULT), EngineLimits.DEFAULT)
                        .make(original, Optional.empty(), new Random(1));
        assertThat(replica).isInstanceOf(Replica.Made.class);
        return ((Replica.Made) replica).pdf();
    }

    private static COSDictionary catalog(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject();
    }

    private static COSDictionary page(PDDocument document) {
        return document.getPage(0).getCOSObject();
    }

    private static COSDictionary resources(PDDocument document) {
        return document.getPage(0).getResources().getCOSObject();
    }

    private static void eachFont(PDDocument document, Consumer<COSDictionary> change) {
        COSDictionary fonts = resources(document).getCOSDictionary(COSName.FONT);
        for (COSBase font : fonts.getValues()) {
            change.accept(
                    (COSDictionary) (font instanceof COSObject held ? held.getObject() : font));
        }
    }

    private static void write(PDDocument document, String text) throws IOException {
        COSDictionary fonts = resources(document).getCOSDictionary(COSName.FONT);
        String font = fonts.keySet().iterator().next().getName();
        append(document, "q BT /" + font + " 7 Tf " + text + " ET Q\n");
    }

    private static void append(PDDocument document, String content) throws IOException {
        try (var stream =
                new PDPageContentStream(document, document.getPage(0), AppendMode.APPEND, false)) {
            stream.appendRawCommands(content);
        }
    }

    private static COSName named(String name) {
        return COSName.getPDFName(name);
    }

    private static COSDictionary dictionary(String key, COSBase value) {
        var dictionary = new COSDictionary();
        dictionary.setItem(named(key), value);
        return dictionary;
    }

    private static COSArray array(COSBase... values) {
        var array = new COSArray();
        for (COSBase value : values) {
            array.add(value);
        }
        return array;
    }

    private static COSArray numbers(float... values) {
        var array = new COSArray();
        array.setFloatArray(values);
        return array;
    }

    private static COSStream stream(String text) {
        var stream = new COSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return stream;
    }
}
