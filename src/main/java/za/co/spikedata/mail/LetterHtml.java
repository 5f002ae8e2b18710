package za.co.spikedata.mail;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A letter as mail programs draw it: every look is inline, nothing is fetched and nothing runs. Its
 * only style sheet turns it dark where the reader's program is; the others leave it out.
 */
final class LetterHtml {
    private final Letter letter;
    private final LetterLooks looks;
    private final String picture;

    private LetterHtml(Letter letter, LetterLooks looks, String picture) {
        this.letter = letter;
        this.looks = looks;
        this.picture = picture;
    }

    /**
     * @param picture the address of the logo, where there is one
     */
    static String of(Letter letter, LetterLooks looks, String picture) {
        return new LetterHtml(letter, looks, picture).page();
    }

    private String page() {
        return """
        <!DOCTYPE html>
        <html lang="%s" dir="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>%s</title>
        %s</head>
        <body class="ground ink" style="margin:0;padding:0;background-color:%s;color:%s">
        <div role="main">
        <table role="presentation" class="ground" width="100%%" cellpadding="0" cellspacing="0"\
         border="0" style="width:100%%;background-color:%s"><tr><td align="center"\
         style="padding:24px 12px">
        <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0"\
         style="width:100%%;max-width:600px;text-align:start">
        <tr><td style="padding:0 4px 16px">%s</td></tr>
        <tr><td class="surface line" style="padding:28px 24px 12px;background-color:%s;\
        border:1px solid %s;border-radius:%s">
        <h1 class="ink" style="margin:0 0 16px;%sfont-size:21px;line-height:1.3;font-weight:700;\
        color:%s;overflow-wrap:anywhere">%s</h1>
        %s
        </td></tr>
        <tr><td style="padding:16px 4px 0">%s</td></tr>
        </table>
        </td></tr></table>
        </div>
        </body>
        </html>
        """
                .formatted(
                        letter.locale().toLanguageTag(),
                        direction(letter.locale()),
                        escaped(letter.subject()),
                        DarkSheet.of(looks),
                        light("ground"),
                        light("ink"),
                        light("ground"),
                        masthead(),
                        light("surface"),
                        light("line"),
                        looks.shape().radius(),
                        display(),
                        light("ink"),
                        escaped(letter.subject()),
                        letter.parts().stream().map(this::part).collect(Collectors.joining("\n")),
                        small(escaped(letter.footer())));
    }

    private String masthead() {
        var name =
                """
                <td class="ink" style="%sfont-size:17px;line-height:1.3;font-weight:700;color:%s;\
                overflow-wrap:anywhere">%s</td>\
                """
                        .formatted(display(), light("ink"), escaped(letter.portal()));
        return "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr>"
                + (looks.logo().isPresent() ? logo() : "")
                + name
                + "</tr></table>";
    }

    private String logo() {
        var plate =
                looks.light()
                        .plate()
                        .map(colour -> "padding:3px;background-color:" + colour.hex() + ";")
                        .orElse("");
        return """
        <td style="padding-inline-end:12px"><img class="plate" src="%s" alt="" width="32"\
         height="32" style="display:block;width:32px;height:32px;border:0;border-radius:6px;%s">\
        </td>\
        """
                .formatted(escaped(picture), plate);
    }

    private String part(Letter.Part part) {
        return switch (part) {
            case Letter.Paragraph(var text) -> paragraph(text);
            case Letter.Action action ->
                    (action.isBare() ? "" : paragraph(action.text()))
                            + button(action)
                            + (action.isBare() ? address(action) : "");
        };
    }

    private String paragraph(String text) {
        return """
        <p class="ink" style="margin:0 0 16px;%sfont-size:16px;line-height:1.55;color:%s;\
        overflow-wrap:anywhere">%s</p>\
        """
                .formatted(font(), light("ink"), escaped(text).replace("\n", "<br>\n"));
    }

    private String button(Letter.Action action) {
        return """
        <table role="presentation" cellpadding="0" cellspacing="0" border="0"\
         style="margin:8px 0 20px"><tr><td class="accent" style="background-color:%1$s;\
        border-radius:%6$s"><a class="accent" href="%2$s" style="display:inline-block;\
        padding:12px 22px;%3$sfont-size:16px;line-height:1.3;font-weight:600;color:%4$s;\
        background-color:%1$s;border-radius:%6$s;text-decoration:none">%5$s</a></td></tr></table>
        """
                .formatted(
                        light("accent"),
                        escaped(action.address()),
                        font(),
                        light("on-accent"),
                        escaped(action.label()),
                        looks.shape().small());
    }

    private String address(Letter.Action action) {
        return small(
                """
                %s<br>
                <a class="link" href="%s" style="color:%s;word-break:break-all">%s</a>\
                """
                        .formatted(
                                escaped(letter.hint()),
                                escaped(action.address()),
                                light("accent"),
                                escaped(action.address())));
    }

    private String small(String html) {
        return """
        <p class="soft" style="margin:0 0 16px;%sfont-size:14px;line-height:1.5;color:%s;\
        overflow-wrap:anywhere">%s</p>\
        """
                .formatted(font(), light("ink-soft"), html);
    }

    private String font() {
        return family(looks.shape().font());
    }

    private String display() {
        return family(looks.shape().display());
    }

    private static String family(String families) {
        return "font-family:%s;".formatted(families);
    }

    private String light(String token) {
        return looks.light().hex(token);
    }

    /** The way a language is written in, told by the letters of its own name. */
    static String direction(Locale locale) {
        var name = locale.getDisplayLanguage(locale);
        byte way = Character.getDirectionality(name.isEmpty() ? 'a' : name.codePointAt(0));
        return way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                ? "rtl"
                : "ltr";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
