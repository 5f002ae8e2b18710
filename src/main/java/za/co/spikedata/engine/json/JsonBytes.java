package za.co.spikedata.engine.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import za.co.spikedata.engine.model.Money;

/**
 * JSON written as it comes, through a small buffer, so that a result of any length takes no room.
 * Commas are its own affair; that what is opened is closed is the caller's.
 */
final class JsonBytes {
    private static final int ROOM = 1 << 13;

    /** The longest that is written without asking for room again. */
    private static final int LONGEST_PIECE = 32;

    /** Sides further out than this, in points, are left to exact arithmetic. */
    private static final double FARTHEST = 1e9;

    /** A side this close to the middle of two tenths as well; binary numbers meet it seldom. */
    private static final double UNSURE = 1e-4;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final byte[] room = new byte[ROOM];
    private int used;
    private boolean follows;

    JsonBytes(OutputStream out) {
        this.out = out;
    }

    JsonBytes open(char bracket) {
        next();
        room[used++] = (byte) bracket;
        follows = false;
        return this;
    }

    JsonBytes close(char bracket) {
        free(LONGEST_PIECE);
        room[used++] = (byte) bracket;
        follows = true;
        return this;
    }

    /** A name of ASCII letters; its value must come next. */
    JsonBytes name(String name) {
        next();
        free(name.length() + LONGEST_PIECE);
        room[used++] = '"';
        for (int i = 0; i < name.length(); i++) {
            room[used++] = (byte) name.charAt(i);
        }
        room[used++] = '"';
        room[used++] = ':';
        follows = false;
        return this;
    }

    JsonBytes text(String text) {
        next();
        room[used++] = '"';
        for (int i = 0; i < text.length(); i++) {
            free(LONGEST_PIECE);
            char each = text.charAt(i);
            if (each >= ' ' && each < 0x7F && each != '"' && each != '\\') {
                room[used++] = (byte) each;
            } else if (each < ' ' || each == '"' || each == '\\') {
                escaped(each);
            } else if (!Character.isSurrogate(each)) {
                unicode(each);
            } else if (i + 1 < text.length()
                    && Character.isSurrogatePair(each, text.charAt(i + 1))) {
                unicode(Character.toCodePoint(each, text.charAt(++i)));
            } else {
                numbered(each);
            }
        }
        free(LONGEST_PIECE);
        room[used++] = '"';
        follows = true;
        return this;
    }

    JsonBytes flag(boolean flag) {
        return plain(flag ? "true" : "false");
    }

    JsonBytes number(long number) {
        next();
        digits(number);
        follows = true;
        return this;
    }

    JsonBytes number(double number) {
        return plain(Double.toString(number));
    }

    /** A decimal with two digits after the point, three if the last is not zero. */
    JsonBytes money(Money money) {
        return money.isInCents() ? decimal(money.cents(), 100) : decimal(money.thousandths(), 1000);
    }

    /** To a tenth, halves away from zero. */
    JsonBytes tenths(double number) {
        double tens = Math.abs(number) * 10;
        double whole = Math.floor(tens);
        double rest = tens - whole;
        if (!(tens < FARTHEST) || Math.abs(rest - 0.5) < UNSURE) {
            return plain(
                    BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).toPlainString());
        }
        long rounded = (long) (rest > 0.5 ? whole + 1 : whole);
        return decimal(number < 0 ? -rounded : rounded, 10);
    }

    /** Text that is JSON as it stands. */
    JsonBytes plain(String json) {
        next();
        for (int i = 0; i < json.length(); i++) {
            free(1);
            room[used++] = (byte) json.charAt(i);
        }
        follows = true;
        return this;
    }

    JsonBytes endLine() {
        free(1);
        room[used++] = '\n';
        return this;
    }

    void flush() {
        try {
            out.write(room, 0, used);
            used = 0;
            out.flush();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private JsonBytes decimal(long parts, int ofOne) {
        next();
        if (parts < 0) {
            room[used++] = '-';
        }
        digits(Math.abs(parts / ofOne));
        room[used++] = '.';
        long rest = Math.abs(parts % ofOne);
        for (int place = ofOne / 10; place > 0; place /= 10) {
            room[used++] = (byte) ('0' + rest / place % 10);
        }
        follows = true;
        return this;
    }

    private void digits(long number) {
        if (number < 0) {
            room[used++] = '-';
        }
        int from = used;
        long left = number;
        do {
            room[used++] = (byte) ('0' + Math.abs(left % 10));
            left /= 10;
        } while (left != 0);
        for (int low = from, high = used - 1; low < high; low++, high--) {
            byte swapped = room[low];
            room[low] = room[high];
            room[high] = swapped;
        }
    }

    private void escaped(char each) {
        char letter =
                switch (each) {
                    case '"', '\\' -> each;
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    case '\t' -> 't';
                    case '\b' -> 'b';
                    case '\f' -> 'f';
                    default -> 'u';
                };
        if (letter == 'u') {
            numbered(each);
            return;
        }
        room[used++] = '\\';
        room[used++] = (byte) letter;
    }

    private void numbered(char each) {
        room[used++] = '\\';
        room[used++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            room[used++] = HEX[each >> shift & 0xF];
        }
    }

    private void unicode(int point) {
        byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, room, used, bytes.length);
        used += bytes.length;
    }

    private void next() {
        free(LONGEST_PIECE);
        if (follows) {
            room[used++] = ',';
        }
    }

    private void free(int bytes) {
        if (used + bytes > ROOM) {
            try {
                out.write(room, 0, used);
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
            used = 0;
        }
    }
}
