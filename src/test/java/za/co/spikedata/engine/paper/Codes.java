package za.co.spikedata.engine.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/**
 * One byte for each sign that a paper prints, in the order in which they are first printed.
 *
 * @param bySign codes from 1
 */
record Codes(Map<Integer, Integer> bySign) {
    static Codes of(List<Placed> texts) {
        var codes = new LinkedHashMap<Integer, Integer>();
        texts.forEach(text ->
                text.text().chars().forEach(sign -> codes.putIfAbsent(sign, codes.size() + 1)));
        return new Codes(codes);
    }

    int size() {
        return bySign.size();
    }

    /** As a string of hexadecimal digits. */
    String coded(String text) {
        return text.chars()
                .mapToObj(sign -> "%02X".formatted(bySign.get(sign)))
                .collect(Collectors.joining("", "<", ">"));
    }

    /** What each sign is called, in the order of their codes. */
    String each(IntFunction<String> called) {
        return bySign.keySet().stream().map(called::apply).collect(Collectors.joining());
    }

    /**
     * @param unit of a width, in sizes of the font
     */
    String widths(double unit) {
        return each(sign -> "%.2f ".formatted(Placed.width(sign) * .001 / unit));
    }

    static String name(int sign) {
        return "/" + GlyphList.getAdobeGlyphList().codePointToName(sign);
    }

    /** A map from codes to signs. */
    String map() {
        var lines = new TreeMap<Integer, Integer>();
        bySign.forEach((sign, code) -> lines.put(code, sign));
        return map(
                "<00> <FF>",
                lines.entrySet().stream()
                        .map(each -> "<%02X> <%04X>\n".formatted(each.getKey(), each.getValue()))
                        .collect(
                                Collectors.joining(
                                        "", lines.size() + " beginbfchar\n", "endbfchar\n")));
    }

    static String map(String space, String body) {
        return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n"
                + "1 begincodespacerange %s endcodespacerange\n".formatted(space)
                + body
                + "endcmap\nend\nend\n";
    }
}
