package za.co.spikedata.engine.pdf;

import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/** A PDF transformation: x' = a x + c y + e, y' = b x + d y + f. */
record Affine(double a, double b, double c, double d, double e, double f) {
    static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);
    private static final int NUMBERS = 6;
    private static final double FLAT = 1e-12;

    static Affine of(@Nullable COSArray printed) {
        if (printed == null || printed.size() != NUMBERS) {
            return IDENTITY;
        }
        double[] numbers = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = printed.getObject(i) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return new Affine(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    /** This first, then the other. */
    Affine times(Affine o) {
        return new Affine(
                a * o.a + b * o.c,
                a * o.b + b * o.d,
                c * o.a + d * o.c,
                c * o.b + d * o.d,
                e * o.a + f * o.c + o.e,
                e * o.b + f * o.d + o.f);
    }

    /** By how much areas grow; negative where they are mirrored. */
    double determinant() {
        return a * d - b * c;
    }

    /** What takes everything back; nothing where all becomes a line or a point. */
    Optional<Affine> inverse() {
        double area = determinant();
        return Math.abs(area) > FLAT
                ? Optional.of(
                        new Affine(
                                d / area,
                                -b / area,
                                -c / area,
                                a / area,
                                (c * f - d * e) / area,
                                (b * e - a * f) / area))
                : Optional.empty();
    }

    /** Whether upright rectangles stay upright. */
    boolean isUpright() {
        return b == 0 && c == 0 || a == 0 && d == 0;
    }

    double x(double x, double y) {
        return a * x + c * y + e;
    }

    double y(double x, double y) {
        return b * x + d * y + f;
    }
}
