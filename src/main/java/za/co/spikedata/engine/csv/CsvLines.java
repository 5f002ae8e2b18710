package za.co.spikedata.engine.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a file into lines of cells, and gives up on what is no such file. */
final class CsvLines {
    private static final int MOST_LINES = 100_000;
    private static final int MOST_CELLS = 64;
    private static final int LONGEST_CELL = 4_096;

    /** Lines that tell what stands between cells. */
    private static final int TELLING_CHARACTERS = 1 << 14;

    private static final char MARK = '\uFEFF';
    private static final char QUOTE = '"';
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final String text;
    private final char separator;
    private final List<List<String>> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int at;

    private CsvLines(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    /** The lines that hold anything; empty for what is too long or no text. */
    static Optional<List<List<String>>> of(byte[] file) {
        return text(file).flatMap(text -> new CsvLines(text).split());
    }

    /** UTF-16 where it is marked as that, UTF-8 where it is, else what Windows writes here. */
    private static Optional<String> text(byte[] file) {
        var found =
                isMarkedWide(file)
                        ? decoded(file, StandardCharsets.UTF_16)
                        : decoded(file, StandardCharsets.UTF_8).or(() -> decoded(file, WESTERN));
        return found.map(text ->
                        !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text)
                .filter(text -> text.indexOf('\0') < 0);
    }

    /** As spreadsheets save what they call Unicode text. */
    private static boolean isMarkedWide(byte[] file) {
        return file.length > 1
                && (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE
                        || file[0] == (byte) 0xFE && file[1] == (byte) 0xFF);
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static char separator(String text) {
        var head = text.substring(0, Math.min(text.length(), TELLING_CHARACTERS));
        char best = SEPARATORS[0];
        for (char each : SEPARATORS) {
            best = count(head, each) > count(head, best) ? each : best;
        }
        return best;
    }

    private static long count(String text, char sought) {
        return text.chars().filter(each -> each == sought).count();
    }

    private Optional<List<List<String>>> split() {
        while (at < text.length()) {
            var cell = cell();
            if (cell.length() > LONGEST_CELL || cells.size() == MOST_CELLS) {
                return Optional.empty();
            }
            cells.add(cell.strip());
            if (at < text.length() && text.charAt(at) == separator) {
                at++;
                if (at == text.length()) {
                    cells.add("");
                    endLine();
                }
                continue;
            }
            endLine();
            if (lines.size() > MOST_LINES) {
                return Optional.empty();
            }
        }
        return Optional.of(lines);
    }

    private void endLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            lines.add(List.copyOf(cells));
        }
        cells = new ArrayList<>();
    }

    /** Up to its end; what follows a closing quote belongs to the cell as it stands. */
    private String cell() {
        int start = at;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        var cell = new StringBuilder();
        if (start < text.length() && text.charAt(start) == QUOTE) {
            at = start + 1;
            quoted(cell);
        }
        while (at < text.length() && !isEnd(text.charAt(at))) {
            cell.append(text.charAt(at++));
        }
        return cell.toString();
    }

    private void quoted(StringBuilder cell) {
        while (at < text.length()) {
            char each = text.charAt(at++);
            if (each != QUOTE) {
                cell.append(each);
            } else if (at < text.length() && text.charAt(at) == QUOTE) {
                cell.append(QUOTE);
                at++;
            } else {
                return;
            }
        }
    }

    private boolean isEnd(char each) {
        return each == separator || each == '\n' || each == '\r';
    }
}
