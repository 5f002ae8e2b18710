package za.co.spikedata.engine.pdf;

/**
 * Where a page's next text goes. Text moves along its line and from line to line many times a page,
 * so the place is numbers of its own and no move makes an object.
 */
final class TextPlace {
    private double a = 1;
    private double b;
    private double c;
    private double d = 1;
    private double lineX;
    private double lineY;
    private double x;
    private double y;

    TextPlace() {}

    TextPlace(TextPlace other) {
        a = other.a;
        b = other.b;
        c = other.c;
        d = other.d;
        lineX = other.lineX;
        lineY = other.lineY;
        x = other.x;
        y = other.y;
    }

    /** Starts a line at the matrix. */
    void start(double a, double b, double c, double d, double e, double f) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.d = d;
        this.lineX = e;
        this.lineY = f;
        this.x = e;
        this.y = f;
    }

    /** Starts a line so far from the start of this one, in text space. */
    void next(double right, double up) {
        lineX = a * right + c * up + lineX;
        lineY = b * right + d * up + lineY;
        x = lineX;
        y = lineY;
    }

    /** So far along the line, in text space. */
    void advance(double along) {
        x = a * along + x;
        y = b * along + y;
    }

    /** Puts the pen where text goes now, on a page under this matrix. */
    void put(Pen pen, Affine under) {
        pen.put(
                a * under.a() + b * under.c(),
                a * under.b() + b * under.d(),
                c * under.a() + d * under.c(),
                c * under.b() + d * under.d(),
                x * under.a() + y * under.c() + under.e(),
                x * under.b() + y * under.d() + under.f());
    }
}
