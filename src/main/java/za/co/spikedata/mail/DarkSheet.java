package za.co.spikedata.mail;

/** Turns a mail dark where its reader's program is, and knows style sheets at all. */
final class DarkSheet {
    private DarkSheet() {}

    /** An element for the head; empty where dark surroundings see the same. */
    static String of(LetterLooks looks) {
        var dark = looks.dark();
        if (dark.equals(looks.light())) {
            return "";
        }
        return """
        <style>
        @media (prefers-color-scheme: dark) {
        .ground{background-color:%s!important}
        .surface{background-color:%s!important}
        .line{border-color:%s!important}
        .ink{color:%s!important}
        .soft{color:%s!important}
        .link{color:%s!important}
        .accent{background-color:%s!important;color:%s!important}
        .plate{%s}
        }
        </style>
        """
                .formatted(
                        dark.hex("ground"),
                        dark.hex("surface"),
                        dark.hex("line"),
                        dark.hex("ink"),
                        dark.hex("ink-soft"),
                        dark.hex("accent"),
                        dark.hex("accent"),
                        dark.hex("on-accent"),
                        plate(dark));
    }

    private static String plate(LetterLooks.Colours dark) {
        return dark.plate()
                .map(colour ->
                        "padding:3px!important;background-color:%s!important"
                                .formatted(colour.hex()))
                .orElse("padding:0!important;background-color:transparent!important");
    }
}
