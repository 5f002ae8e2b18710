package za.co.spikedata.engine.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A ToUnicode CMap as a table of texts by code; of codes above 65,535 nothing is kept. */
final class ToUnicode {
    private static final int CODES = 1 << 16;

    /** Codes all ranges may name together; a range of the whole of four bytes is an attack. */
    private static final int MOST_MAPPED = CODES * 4;

    private @Nullable String[] texts = new String[256];
    private int mapped;

    private ToUnicode() {}

    /** Codes the map does not name are null or beyond the table's end. */
    static @Nullable String[] parse(byte[] cmap) {
        var map = new ToUnicode();
        var lexer = new Lexer(new ByteArrayInputStream(cmap));
        try {
            int operator = lexer.operator();
            while (operator != Lexer.END && map.mapped < MOST_MAPPED) {
                switch (lexer.word()) {
                    case "endbfchar" -> map.chars(lexer);
                    case "endbfrange" -> map.ranges(lexer);
                    default -> {
                        // Nothing that maps.
                    }
                }
                operator = lexer.operator();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return map.texts;
    }

    private void chars(Lexer lexer) {
        for (int i = 0; i + 1 < lexer.count(); i += 2) {
            put(code(lexer, i), text(lexer, i + 1));
        }
    }

    private void ranges(Lexer lexer) {
        int i = 0;
        while (i + 2 < lexer.count()) {
            long from = code(lexer, i);
            long to = Math.min(code(lexer, i + 1), CODES - 1);
            i += 2;
            if (lexer.kind(i) == Lexer.Kind.OPEN) {
                i++;
                for (long code = from;
                        i < lexer.count() && lexer.kind(i) == Lexer.Kind.STRING;
                        code++) {
                    put(code, text(lexer, i++));
                }
                i++;
            } else {
                String first = text(lexer, i++);
                for (long code = from; code <= to && mapped < MOST_MAPPED; code++) {
                    put(code, advanced(first, (int) (code - from)));
                }
            }
        }
    }

    private static long code(Lexer lexer, int index) {
        long code = 0;
        for (int i = lexer.start(index); i < lexer.end(index) && code < CODES; i++) {
            code = code << 8 | lexer.bytes()[i] & 0xFF;
        }
        return code;
    }

    private static String text(Lexer lexer, int index) {
        int length = lexer.end(index) - lexer.start(index);
        if (length == 1) {
            return String.valueOf((char) (lexer.bytes()[lexer.start(index)] & 0xFF));
        }
        return new String(
                lexer.bytes(), lexer.start(index), Math.min(length, 32), StandardCharsets.UTF_16BE);
    }

    private static String advanced(String text, int by) {
        if (by == 0 || text.isEmpty()) {
            return text;
        }
        int last = text.length() - 1;
        return text.substring(0, last) + (char) (text.charAt(last) + by);
    }

    private void put(long code, String text) {
        mapped++;
        if (code >= CODES) {
            return;
        }
        int at = (int) code;
        if (at >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(at + 1, Math.min(CODES, texts.length * 4)));
        }
        texts[at] = text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0 ? "" : text;
    }
}
