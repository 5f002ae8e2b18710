package za.co.spikedata.engine.paper;

import static za.co.spikedata.engine.paper.Pages.SIZE;
import static za.co.spikedata.engine.paper.Pages.each;
import static za.co.spikedata.engine.paper.Pages.literal;
import static za.co.spikedata.engine.paper.Pages.shown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How producers write the letters of the same statement: fonts, encodings and maps. */
final class FontManners {
    private static final List<Placed> TEXTS = Placed.statement();
    private static final String DESCRIPTOR =
            "/FontDescriptor<</Type/FontDescriptor/FontName/AAAAAA+Sample/Flags %d/FontBBox[0 -200"
                    + " 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>";

    private FontManners() {}

    static Map<String, byte[]> all() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("two bytes a letter", wide(TEXTS, chars(), false));
        all.put("two bytes a letter, ranges of arrays", wide(TEXTS, arrays(), false));
        all.put("two bytes a letter, a show for every word", wide(words(), chars(), false));
        all.put("Chinese encoding", wide(TEXTS, "", true));
        all.put("letters drawn and mapped", drawn(true, .001));
        all.put("letters drawn and named", drawn(false, .01));
        all.put("codes named by differences", differences(false));
        all.put("codes mapped by one byte", differences(true));
        all.put("minus of mathematics", wide(Placed.signed("\u2212", ","), chars(), false));
        all.put("dash as minus", wide(Placed.signed("\u2013", " "), chars(), false));
        all.put("soft hyphen as minus", wide(Placed.signed("\u00ad", "\u00a0"), chars(), false));
        all.put("figure blanks", wide(Placed.signed("- ", "\u2007"), chars(), false));
        all.put("thin blanks", wide(Placed.signed("\u2212 ", "\u2009"), chars(), false));
        all.put("narrow blanks", wide(Placed.signed("-", "\u202f"), chars(), false));
        all.put("blanks that do not break", wide(spaced("\u00a0"), chars(), false));
        all.put("blanks of Macintosh", macintosh());
        all.put("ligatures", ligatures());
        all.put("no font file and a foreign name", named("ABCDEF+Verdana,Bold"));
        all.put("alias of a standard font", alias());
        return all;
    }

    private static List<Placed> words() {
        return TEXTS.stream().flatMap(text -> text.words().stream()).toList();
    }

    private static List<Placed> spaced(String blank) {
        return TEXTS.stream()
                .map(each ->
                        new Placed(each.left(), each.baseline(), each.text().replace(" ", blank)))
                .toList();
    }

    private static byte[] wide(List<Placed> texts, String map, boolean chinese) {
        var pdf = Pages.of(SIZE, "", each(texts, text -> shown(text, Pages.wide(text.text()))));
        String ordering = chinese ? "GB1" : "Identity";
        String encoding = chinese ? "UniGB-UCS2-H" : "Identity-H/ToUnicode 7 0 R";
        pdf.set(
                5,
                "<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Sample/DescendantFonts[6 0 R]/Encoding/"
                        + encoding
                        + ">>");
        pdf.add(
                "<</Type/Font/Subtype/CIDFontType%d/BaseFont/AAAAAA+Sample/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 0>>/DW 556/W[%d[%s]]%s>>"
                        .formatted(
                                chinese ? 0 : 2,
                                ordering,
                                chinese ? 1 : 32,
                                widths(),
                                DESCRIPTOR.formatted(4)));
        pdf.stream("", map);
        return pdf.plain();
    }

    private static String widths() {
        return IntStream.range(' ', 127)
                .mapToObj(sign -> Integer.toString(Placed.width(sign)))
                .collect(Collectors.joining(" "));
    }

    private static String chars() {
        return Codes.map(
                "<0000> <ffff>",
                "1 beginbfrange <0020> <007e> <0020> endbfrange\n"
                        + "% others\n1 beginbfrange <00a0> <00ff> <00a0> endbfrange\n"
                        + "2 beginbfrange <2000> <20ff> <2000> <2200> <22ff> <2200> endbfrange\n");
    }

    private static String arrays() {
        String all =
                IntStream.range(' ', 127)
                        .mapToObj("<%04x>"::formatted)
                        .collect(Collectors.joining("\n"));
        return Codes.map("<0000><FFFF>", "1 beginbfrange\n<0020><007E>[" + all + "]\nendbfrange\n");
    }

    private static byte[] differences(boolean mapped) {
        Codes codes = Codes.of(TEXTS);
        var pdf = Pages.of(SIZE, "", each(TEXTS, text -> shown(text, codes.coded(text.text()))));
        pdf.set(
                5,
                "<</Type/Font/Subtype/Type1/BaseFont/AAAAAA+Sample/FirstChar 1/LastChar %d/Widths[%s]%s%s>>"
                        .formatted(
                                codes.size(),
                                codes.widths(.001),
                                DESCRIPTOR.formatted(4),
                                mapped
                                        ? "/ToUnicode 6 0 R"
                                        : "/Encoding<</Type/Encoding/Differences[1%s]>>"
                                                .formatted(codes.each(Codes::name))));
        pdf.stream("", codes.map());
        return pdf.plain();
    }

    /** Every letter is a little picture, as of printers' fonts; a show for every word. */
    private static byte[] drawn(boolean mapped, double unit) {
        Codes codes = Codes.of(TEXTS);
        IntFunction<String> name = mapped ? sign -> "/g" + sign : Codes::name;
        var pdf = Pages.of(SIZE, "", each(words(), text -> shown(text, codes.coded(text.text()))));
        pdf.set(
                5,
                "<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[%s 0 0 %s 0 0]/FirstChar 1/LastChar %d/Widths[%s]/CharProcs<<%s>>/Encoding<</Differences[1%s]>>%s/Resources<<>>>>"
                        .formatted(
                                unit,
                                unit,
                                codes.size(),
                                codes.widths(unit),
                                codes.each(sign -> name.apply(sign) + " 6 0 R"),
                                codes.each(name),
                                mapped ? "/ToUnicode 7 0 R" : ""));
        pdf.stream(
                "",
                "500 0 0 0 500 700 d1 400 0 0 700 50 0 cm BI /W 1 /H 1 /IM true /BPC 1 ID 0 EI");
        pdf.stream("", codes.map());
        return pdf.plain();
    }

    private static byte[] macintosh() {
        String content =
                each(
                        Placed.signed("-", " "),
                        text -> shown(text, literal(text.text().replace(' ', '\u00ca'))));
        return Pages.of(SIZE, Pages.HELVETICA.replace("WinAnsi", "MacRoman"), content).plain();
    }

    /** "OFFICE" is printed with one glyph for "FFI". */
    private static byte[] ligatures() {
        var texts =
                TEXTS.stream()
                        .map(text ->
                                new Placed(
                                        text.left(),
                                        text.baseline(),
                                        text.text().replace("FFI", "\u00ff")))
                        .toList();
        return wide(
                texts,
                chars().replace("endcmap", "1 beginbfchar <00ff> <004600460049> endbfchar endcmap"),
                false);
    }

    private static byte[] named(String font) {
        return Pages.of(
                        SIZE,
                        "<</Type/Font/Subtype/TrueType/BaseFont/%s/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths[%s]%s>>"
                                .formatted(font, widths(), DESCRIPTOR.formatted(32)),
                        Pages.plain(TEXTS))
                .plain();
    }

    private static byte[] alias() {
        return Pages.of(
                        SIZE,
                        "<</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding>>",
                        Pages.plain(TEXTS))
                .plain();
    }
}
