package za.co.spikedata.engine.paper;

import static za.co.spikedata.engine.paper.Pages.each;
import static za.co.spikedata.engine.paper.Pages.literal;
import static za.co.spikedata.engine.paper.Pages.ofHelvetica;
import static za.co.spikedata.engine.paper.Pages.shown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How producers place the same texts: one statement, printed by other operators. */
final class TextManners {
    private static final List<Placed> TEXTS = Placed.statement();

    private TextManners() {}

    static Map<String, byte[]> all() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("whole cells", ofHelvetica(Pages.plain(TEXTS)));
        all.put("a show for every word", ofHelvetica(each(TEXTS, TextManners::words)));
        all.put("blanks made by moves", ofHelvetica(each(TEXTS, TextManners::moved)));
        all.put("every letter moved", ofHelvetica(each(TEXTS, TextManners::letters)));
        all.put("size one and a scaled matrix", ofHelvetica(each(TEXTS, TextManners::scaled)));
        all.put("negative size", ofHelvetica(each(TEXTS, TextManners::negative)));
        all.put("narrowed and spaced", ofHelvetica(each(TEXTS, TextManners::spaced)));
        all.put("raised", ofHelvetica(each(TEXTS, TextManners::raised)));
        all.put("bold by printing twice", ofHelvetica(each(TEXTS, TextManners::twice)));
        all.put("each cell clipped", ofHelvetica(each(TEXTS, TextManners::clipped)));
        all.put("octal and hex strings", ofHelvetica(each(TEXTS, TextManners::octal)));
        all.put("pictures between rows", ofHelvetica(each(TEXTS, TextManners::pictured)));
        all.put("lines end with returns", ofHelvetica(returns()));
        all.put("tagged cells", ofHelvetica(each(TEXTS, TextManners::tagged)));
        all.put("cells overlaid with white bands first", ofHelvetica(banded()));
        return all;
    }

    private static String words(Placed text) {
        return each(text.words(), word -> shown(word, literal(word.text())));
    }

    private static String array(Placed text, String array) {
        return "BT /F 8 Tf 1 0 0 1 %.3f %.3f Tm [%s] TJ ET\n"
                .formatted(text.left(), text.baseline(), array);
    }

    private static String moved(Placed text) {
        return array(text, literal(text.text()).replace(" ", ") -" + Placed.width(' ') + " ("));
    }

    private static String letters(Placed text) {
        return array(
                text,
                text.text()
                        .chars()
                        .mapToObj(sign -> literal(Character.toString(sign)) + "12 -12 ")
                        .collect(Collectors.joining()));
    }

    private static String scaled(Placed text) {
        return "BT /F 1 Tf 8 0 0 8 %.3f %.3f Tm %s Tj ET\n"
                .formatted(text.left(), text.baseline(), literal(text.text()));
    }

    private static String negative(Placed text) {
        return "BT /F -8 Tf -1 0 0 -1 %.3f %.3f Tm %s Tj ET\n"
                .formatted(text.left(), text.baseline(), literal(text.text()));
    }

    private static String spaced(Placed text) {
        return "BT /F 8 Tf 80 Tz .4 Tc .8 Tw 1 0 0 1 %.3f %.3f Tm %s Tj 100 Tz 0 Tc 0 Tw ET\n"
                .formatted(
                        isFigure(text) ? text.right() - narrowed(text) : text.left(),
                        text.baseline(),
                        literal(text.text()));
    }

    private static double narrowed(Placed text) {
        long blanks = text.text().chars().filter(sign -> sign == ' ').count();
        return .8 * (Placed.width(text.text()) + .4 * text.text().length() + .8 * blanks);
    }

    private static boolean isFigure(Placed text) {
        return text.left() > 300;
    }

    private static String raised(Placed text) {
        return "BT /F 8 Tf 3 Ts 1 0 0 1 %.3f %.3f Tm %s Tj ET 0 Ts\n"
                .formatted(text.left(), text.baseline() - 3, literal(text.text()));
    }

    private static String twice(Placed text) {
        return shown(text, literal(text.text())) + shown(text.moved(.3, 0), literal(text.text()));
    }

    private static String clipped(Placed text) {
        return "q %.3f %.3f %.3f 8 re W n %s Q\n"
                .formatted(
                        text.left() - 1,
                        text.baseline() - 2,
                        text.right() - text.left() + 2,
                        shown(text, literal(text.text())));
    }

    private static String octal(Placed text) {
        String hex =
                text.text()
                        .chars()
                        .mapToObj(sign -> "%02x\n ".formatted(sign))
                        .collect(Collectors.joining("", "<", ">"));
        String octal =
                text.text()
                        .chars()
                        .mapToObj(sign -> "\\%03o\\\n".formatted(sign))
                        .collect(Collectors.joining("", "(", ")"));
        return shown(text, isFigure(text) ? octal : hex);
    }

    private static String pictured(Placed text) {
        return "q 4 0 0 4 20 %.1f cm BI /W 4 /H 4 /BPC 8 /CS /G ID a EI bBT(x)Tj \u00ff EI Q\n"
                        .formatted(text.baseline())
                + shown(text, literal(text.text()));
    }

    private static String returns() {
        return "% printed by a host (not\rq\r"
                + Pages.plain(TEXTS).replace("\n", "% ET\r").replace(" Tm ", " Tm\r")
                + "Q\r";
    }

    private static String tagged(Placed text) {
        return "/TD <</MCID %d/ActualText%s>> BDC %s EMC\n"
                .formatted(
                        TEXTS.indexOf(text),
                        literal(text.text()),
                        shown(text, literal(text.text())));
    }

    /** A band is painted behind every line before its text. */
    private static String banded() {
        return each(
                TEXTS,
                text ->
                        "1 g %.1f %.1f %.1f 10 re f 0 g %s"
                                .formatted(
                                        text.left() - 2,
                                        text.baseline() - 2,
                                        text.right() - text.left() + 4,
                                        shown(text, literal(text.text()))));
    }
}
