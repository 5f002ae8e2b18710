package za.co.spikedata.bench.paper;

/** A page as a typewriter would print it: each line of a text, each character in its column. */
public final class TypedPaper {
    private static final double SIZE = 7;
    private static final double CHARACTER = SIZE * 0.6;
    private static final double PITCH = 10;
    private static final double LEFT = 28;
    private static final double TOP = 40;
    private static final int LINES = 75;

    private TypedPaper() {}

    /** A blank parts words; two part the cells of a line; a form feed ends a page. */
    public static byte[] of(String text) {
        var sheet = new Sheet(Conventions.Page.UPRIGHT, Conventions.Face.COURIER, SIZE);
        int line = 0;
        for (String printed : text.lines().toList()) {
            boolean turns = printed.equals("\f");
            if (turns || line == LINES) {
                sheet.turn();
                line = 0;
            }
            if (turns) {
                continue;
            }
            cells(sheet, printed, TOP + line * PITCH);
            line++;
        }
        return sheet.bytes();
    }

    private static void cells(Sheet sheet, String line, double baseline) {
        int start = 0;
        while (start < line.length()) {
            int end = line.indexOf("  ", start);
            end = end < 0 ? line.length() : end;
            if (end > start) {
                sheet.text(LEFT + start * CHARACTER, baseline, line.substring(start, end));
            }
            start = end + 1;
            while (start < line.length() && line.charAt(start) == ' ') {
                start++;
            }
        }
    }
}
