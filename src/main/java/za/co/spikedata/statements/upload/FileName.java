package za.co.spikedata.statements.upload;

/** A file's name as it may be shown: no folders, no invisible characters, at most 200 of them. */
public record FileName(String value) {
    private static final int LONGEST = 200;
    private static final String CUT = "…";

    /** Cleans a name as a browser or a zip gives it; what is left can be empty. */
    public static FileName of(String sent) {
        var text = new StringBuilder();
        sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .codePoints()
                .filter(FileName::isShown)
                .forEach(text::appendCodePoint);
        var name = text.toString().strip();
        return new FileName(shorten(name));
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** Formats are dropped too: they turn {@code exe.fdp} into {@code pdf.exe}. */
    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /** Keeps the start and the ending, which says what the file is. */
    private static String shorten(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int kept = LONGEST - ending.length() - CUT.length();
        return name.substring(0, name.offsetByCodePoints(0, kept)) + CUT + ending;
    }

    /** Names can be personal. */
    @Override
    public String toString() {
        return "FileName[*]";
    }
}
