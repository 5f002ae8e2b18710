package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tokens of a content stream or a CMap. Operands gather until their operator; more than a page can
 * sensibly give one are read past and dropped.
 */
final class Lexer {
    /** What an operand is. */
    enum Kind {
        NUMBER,
        NAME,
        STRING,
        /** An array begins; its elements follow. */
        OPEN,
        CLOSE
    }

    /** No operator is left. */
    static final int END = -1;

    private static final int MOST_OPERANDS = 1 << 16;
    private static final int MOST_BYTES = 1 << 20;
    private static final int LONGEST_WORD = 128;

    /** Digits of a number that count. */
    private static final int MOST_DIGITS = 16;

    /** What a byte may be by itself. */
    private static final byte REGULAR = 0;

    private static final byte BLANK = 1;
    private static final byte DELIMITER = 2;
    private static final byte NUMERIC = 3;
    private static final byte[] CLASSES = classes();

    private static final double[] TENS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private final ByteReader in;
    private Kind[] kinds = new Kind[16];
    private double[] numbers = new double[16];
    private int[] starts = new int[17];
    private byte[] bytes = new byte[256];
    private int count;
    private int used;
    private int wordEnd;

    Lexer(InputStream in) {
        this.in = new ByteReader(in);
    }

    int count() {
        return count;
    }

    Kind kind(int index) {
        return kinds[index];
    }

    /**
     * The operand as a number, 0 when it is none or absent; counted from the last, 0 is the last.
     */
    double fromEnd(int index) {
        int place = count - 1 - index;
        return place >= 0 && kinds[place] == Kind.NUMBER ? numbers[place] : 0;
    }

    double number(int index) {
        return numbers[index];
    }

    /** All bytes of names and strings; an operand's are from its start to its end. */
    byte[] bytes() {
        return bytes;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return starts[index + 1];
    }

    /** The operand as text of one byte a character. */
    String text(int index) {
        return new String(
                bytes, start(index), end(index) - start(index), StandardCharsets.ISO_8859_1);
    }

    /** Whether the operand's bytes are these. */
    boolean is(int index, byte[] others) {
        return Arrays.equals(bytes, start(index), end(index), others, 0, others.length);
    }

    /** The last operator as printed. */
    String word() {
        return new String(bytes, used, wordEnd - used, StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads operands up to the next operator: its bytes as one number, of a long one the last four;
     * {@link #END} at the end.
     */
    int operator() throws IOException {
        count = 0;
        used = 0;
        while (true) {
            int one = in.read();
            if (one < 0) {
                return END;
            }
            switch (CLASSES[one]) {
                case BLANK -> {
                    // Parts what stands around it.
                }
                case NUMERIC -> add(Kind.NUMBER, parsed(one));
                case DELIMITER -> delimited(one);
                default -> {
                    return code(one);
                }
            }
        }
    }

    private void delimited(int first) throws IOException {
        switch (first) {
            case '[' -> add(Kind.OPEN, 0);
            case ']' -> add(Kind.CLOSE, 0);
            case '%' -> skipLine();
            case '/' -> {
                word(in.read());
                add(Kind.NAME, 0);
            }
            case '(' -> literal();
            case '<' -> {
                int one = in.read();
                if (one != '<') {
                    hex(one);
                }
            }
            default -> {
                // Braces, and what closes nothing.
            }
        }
    }

    private int code(int first) throws IOException {
        int from = used;
        word(first);
        int code = 0;
        for (int i = from; i < used; i++) {
            code = (code << Byte.SIZE | bytes[i] & 0xFF) & Integer.MAX_VALUE;
        }
        wordEnd = used;
        used = from;
        return code;
    }

    /** Passes over the bytes of an inline image. */
    void skipImage() throws IOException {
        int before = ' ';
        int one = in.read();
        while (one >= 0) {
            if (one == 'E' && isBlank(before)) {
                one = in.read();
                if (one == 'I') {
                    one = in.read();
                    if (one < 0 || isBlank(one)) {
                        return;
                    }
                }
                before = 'x';
            } else {
                before = one;
                one = in.read();
            }
        }
    }

    private void skipLine() throws IOException {
        int one = in.read();
        while (one >= 0 && one != '\n' && one != '\r') {
            one = in.read();
        }
    }

    private void word(int first) throws IOException {
        int from = used;
        int one = first;
        while (one >= 0 && CLASSES[one] != BLANK && CLASSES[one] != DELIMITER) {
            if (used - from < LONGEST_WORD) {
                put(one == '#' ? escaped() : one);
            }
            one = in.read();
        }
        if (one >= 0 && !isBlank(one)) {
            in.unread();
        }
    }

    private int escaped() throws IOException {
        int high = Character.digit(in.read(), 16);
        int low = Character.digit(in.read(), 16);
        return Math.max(0, high) << 4 | Math.max(0, low);
    }

    private double parsed(int first) throws IOException {
        boolean negative = false;
        boolean pointed = false;
        long value = 0;
        int zeros = 0;
        int decimals = 0;
        int digits = 0;
        int one = first;
        while (true) {
            if (one >= '0' && one <= '9') {
                if (digits < MOST_DIGITS) {
                    value = value * 10 + one - '0';
                    decimals += pointed ? 1 : 0;
                    digits += value == 0 ? 0 : 1;
                } else if (!pointed) {
                    zeros++;
                }
            } else if (one == '.') {
                pointed = true;
            } else if (one == '-') {
                negative = true;
            } else if (one != '+') {
                break;
            }
            one = in.read();
        }
        if (one >= 0 && !isBlank(one)) {
            in.unread();
        }
        double whole = value / tens(decimals) * tens(zeros);
        return negative ? -whole : whole;
    }

    private static double tens(int power) {
        return power < TENS.length ? TENS[power] : Math.pow(10, power);
    }

    private void literal() throws IOException {
        int depth = 1;
        used += in.text(bytes, used);
        int one = in.read();
        while (one >= 0) {
            if (one == '\\') {
                one = escape();
                if (one >= 0) {
                    put(one);
                }
                one = in.read();
                continue;
            }
            if (one == '(') {
                depth++;
            } else if (one == ')' && --depth == 0) {
                break;
            }
            put(one);
            used += in.text(bytes, used);
            one = in.read();
        }
        add(Kind.STRING, 0);
    }

    /** The character an escape stands for; -1 for none. */
    private int escape() throws IOException {
        int one = in.read();
        return switch (one) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '\n' -> -1;
            case '\r' -> {
                int next = in.read();
                if (next >= 0 && next != '\n') {
                    in.unread();
                }
                yield -1;
            }
            default -> one >= '0' && one <= '7' ? octal(one - '0') : one;
        };
    }

    private int octal(int first) throws IOException {
        int value = first;
        for (int i = 0; i < 2; i++) {
            int one = in.read();
            if (one < '0' || one > '7') {
                if (one >= 0) {
                    in.unread();
                }
                break;
            }
            value = value * 8 + one - '0';
        }
        return value & 0xFF;
    }

    private void hex(int first) throws IOException {
        int half = -1;
        int one = first;
        while (one >= 0 && one != '>') {
            int digit = Character.digit(one, 16);
            if (digit >= 0 && half < 0) {
                half = digit;
            } else if (digit >= 0) {
                put(half << 4 | digit);
                half = -1;
            }
            one = in.read();
        }
        if (half >= 0) {
            put(half << 4);
        }
        add(Kind.STRING, 0);
    }

    private void put(int one) {
        if (used >= MOST_BYTES) {
            return;
        }
        if (used == bytes.length) {
            bytes = Arrays.copyOf(bytes, used * 2);
        }
        bytes[used++] = (byte) one;
    }

    private void add(Kind kind, double number) {
        if (count >= MOST_OPERANDS) {
            return;
        }
        if (count == kinds.length) {
            kinds = Arrays.copyOf(kinds, count * 2);
            numbers = Arrays.copyOf(numbers, count * 2);
            starts = Arrays.copyOf(starts, count * 2 + 1);
        }
        kinds[count] = kind;
        numbers[count] = number;
        starts[count + 1] = used;
        count++;
    }

    private static boolean isBlank(int one) {
        return CLASSES[one] == BLANK;
    }

    private static byte[] classes() {
        var classes = new byte[1 << Byte.SIZE];
        for (int one = 0; one < classes.length; one++) {
            classes[one] =
                    switch (one) {
                        case ' ', '\n', '\r', '\t', '\f', 0 -> BLANK;
                        case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%' -> DELIMITER;
                        case '-', '+', '.' -> NUMERIC;
                        default -> one >= '0' && one <= '9' ? NUMERIC : REGULAR;
                    };
        }
        return classes;
    }
}
