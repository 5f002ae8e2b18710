package za.co.spikedata.statements.upload;

import za.co.spikedata.tenancy.OneLine;

/** A file's name as it may be shown: no folders, no invisible characters, at most 200 of them. */
public record FileName(String value) {
    private static final int LONGEST = 200;
    private static final String CUT = "…";

    /** Cleans a name as a browser or a zip gives it; what is left can be empty. */
    public static FileName of(String sent) {
        int folders = Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\'));
        return new FileName(shorten(OneLine.dropped(sent.substring(folders + 1))));
    }

    public boolean isEmpty() {
        return value.isEmpty();
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
