package za.co.spikedata.engine.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.jspecify.annotations.Nullable;

/** Colours as 0xRRGGBB. */
final class Tint {
    /** A pattern, a picture, or a colour space that cannot be made sense of. */
    static final int UNKNOWN = -1;

    static final int WHITE = 0xFFFFFF;

    /** Colours whose channels differ by no more cannot be told apart on paper, of 255. */
    private static final int ALIKE = 18;

    private static final int MOST_COMPONENTS = 8;

    private Tint() {}

    static boolean isAlike(int one, int two) {
        return one != UNKNOWN
                && two != UNKNOWN
                && Math.abs((one >> 16) - (two >> 16)) <= ALIKE
                && Math.abs((one >> 8 & 0xFF) - (two >> 8 & 0xFF)) <= ALIKE
                && Math.abs((one & 0xFF) - (two & 0xFF)) <= ALIKE;
    }

    static int gray(Lexer lexer) {
        int level = level(lexer.fromEnd(0));
        return level << 16 | level << 8 | level;
    }

    static int rgb(Lexer lexer) {
        return level(lexer.fromEnd(2)) << 16
                | level(lexer.fromEnd(1)) << 8
                | level(lexer.fromEnd(0));
    }

    static int cmyk(Lexer lexer) {
        double light = 1 - lexer.fromEnd(0);
        return level((1 - lexer.fromEnd(3)) * light) << 16
                | level((1 - lexer.fromEnd(2)) * light) << 8
                | level((1 - lexer.fromEnd(1)) * light);
    }

    /** The colour of the operands in a space that the page's resources name. */
    static int in(@Nullable COSBase space, Lexer lexer) {
        int count = numbers(lexer);
        String kind = kind(space);
        if (count == 0 || count < lexer.count() || kind.equals("Pattern")) {
            return UNKNOWN;
        }
        boolean plain = kind.startsWith("Device") || kind.startsWith("Cal") || kind.isEmpty();
        if (plain || kind.equals("ICCBased")) {
            return switch (count) {
                case 1 -> gray(lexer);
                case 3 -> rgb(lexer);
                case 4 -> cmyk(lexer);
                default -> UNKNOWN;
            };
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) lexer.number(i);
        }
        return converted(space, values);
    }

    /** A colour space by the name the content gives it. */
    static COSBase space(Lexer lexer, COSDictionary resources) {
        int index = lexer.count() - 1;
        if (index < 0 || lexer.kind(index) != Lexer.Kind.NAME) {
            return COSName.DEVICEGRAY;
        }
        COSName name = COSName.getPDFName(lexer.text(index));
        COSDictionary named = resources.getCOSDictionary(COSName.COLORSPACE);
        COSBase found = named == null ? null : named.getDictionaryObject(name);
        return found == null ? name : found;
    }

    /** What a space begins with; a spot colour begins at its full strength. */
    static int first(COSBase space) {
        return switch (kind(space)) {
            case "Pattern", "Separation", "DeviceN", "Indexed", "Lab" -> UNKNOWN;
            default -> 0;
        };
    }

    /** What the colour is depends on a pattern. */
    static boolean isPattern(@Nullable COSBase space) {
        return space != null && kind(space).equals("Pattern");
    }

    private static int numbers(Lexer lexer) {
        int count = 0;
        while (count < lexer.count()
                && count < MOST_COMPONENTS
                && lexer.kind(count) == Lexer.Kind.NUMBER) {
            count++;
        }
        return count;
    }

    private static String kind(@Nullable COSBase space) {
        COSBase named = space instanceof COSArray all && all.size() > 0 ? all.getObject(0) : space;
        return named instanceof COSName name ? name.getName() : "";
    }

    private static int converted(@Nullable COSBase space, float[] values) {
        if (space == null || space instanceof COSStream) {
            return UNKNOWN;
        }
        try {
            PDColorSpace known = PDColorSpace.create(space);
            if (known.getNumberOfComponents() != values.length) {
                return UNKNOWN;
            }
            float[] rgb = known.toRGB(values);
            return level(rgb[0]) << 16 | level(rgb[1]) << 8 | level(rgb[2]);
        } catch (IOException | RuntimeException damaged) {
            return UNKNOWN;
        }
    }

    private static int level(double share) {
        return (int) Math.round(Math.clamp(share, 0, 1) * 255);
    }
}
