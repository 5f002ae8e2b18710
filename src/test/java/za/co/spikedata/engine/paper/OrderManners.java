package za.co.spikedata.engine.paper;

import static za.co.spikedata.engine.paper.Pages.each;
import static za.co.spikedata.engine.paper.Pages.literal;
import static za.co.spikedata.engine.paper.Pages.ofHelvetica;
import static za.co.spikedata.engine.paper.Pages.shown;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In which order, and from which corner, producers go over the page of the same statement. */
final class OrderManners {
    private static final List<Placed> TEXTS = Placed.statement();

    private OrderManners() {}

    static Map<String, byte[]> all() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("small units upside down", ofHelvetica(skia()));
        all.put("relative moves in one block", ofHelvetica(relative()));
        all.put("columns by next lines", ofHelvetica(columns("T* %s Tj\n")));
        all.put("columns by quotes", ofHelvetica(columns("%s '\n")));
        all.put("columns by double quotes", ofHelvetica(columns("0 0 %s \"\n")));
        all.put("sideways matrix", sideways());
        all.put("letters one block each, out of order", ofHelvetica(scattered()));
        return all;
    }

    private static String skia() {
        return ".24 0 0 -.24 0 842 cm\n"
                + each(
                        TEXTS,
                        text ->
                                "BT /F 33.333 Tf 1 0 0 -1 %.2f %.2f Tm %s Tj ET\n"
                                        .formatted(
                                                text.left() / .24,
                                                (842 - text.baseline()) / .24,
                                                literal(text.text())));
    }

    private static String relative() {
        var content = new StringBuilder("BT /F 8 Tf\n");
        double left = 0;
        double baseline = 0;
        for (Placed text : TEXTS) {
            content.append(
                    "%.3f %.3f TD %s Tj\n"
                            .formatted(
                                    text.left() - left,
                                    text.baseline() - baseline,
                                    literal(text.text())));
            left = text.left();
            baseline = text.baseline();
        }
        return content.append("ET\n").toString();
    }

    /** Each column is printed from top to bottom in one block, a line for every row. */
    private static String columns(String next) {
        var content = new StringBuilder();
        var lefts = new TreeSet<Double>();
        TEXTS.forEach(text -> lefts.add(text.left()));
        for (double left : lefts) {
            content.append("BT /F 8 Tf 1 0 0 1 %.3f 794 Tm 14 TL\n".formatted(left));
            for (double line = 780; line > 600; line -= .5) {
                double at = line;
                String text =
                        TEXTS.stream()
                                .filter(each -> each.left() == left && each.baseline() == at)
                                .map(Placed::text)
                                .findFirst()
                                .orElse("");
                if (!text.isEmpty()) {
                    content.append("%.1f TL ".formatted(794 - at));
                    content.append(next.formatted(literal(text)));
                    content.append("1 0 0 1 %.3f 794 Tm\n".formatted(left));
                }
            }
            content.append("ET\n");
        }
        return content.toString();
    }

    private static byte[] sideways() {
        String content =
                each(
                        TEXTS,
                        text ->
                                "BT /F 8 Tf 0 1 -1 0 %.3f %.3f Tm %s Tj ET\n"
                                        .formatted(
                                                842 - text.baseline(),
                                                text.left(),
                                                literal(text.text())));
        return Pages.of("/MediaBox[0 0 842 595]/Rotate 90", Pages.HELVETICA, content).plain();
    }

    private static String scattered() {
        return TEXTS.stream()
                .sorted(Comparator.comparing(Placed::text))
                .map(text -> {
                    var content = new StringBuilder();
                    double at = text.left();
                    for (char sign : text.text().toCharArray()) {
                        String letter = Character.toString(sign);
                        if (sign != ' ') {
                            content.append(
                                    shown(
                                            new Placed(at, text.baseline(), letter),
                                            literal(letter)));
                        }
                        at += Placed.width(letter);
                    }
                    return content.toString();
                })
                .collect(Collectors.joining());
    }
}
