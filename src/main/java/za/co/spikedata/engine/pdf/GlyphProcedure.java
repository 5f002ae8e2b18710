package za.co.spikedata.engine.pdf;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.IllegalPathStateException;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.cos.COSStream;

/** The outline that a glyph's own content draws (ISO 32000-2, 9.6.4). */
final class GlyphProcedure {
    private static final int MOST_BYTES = 1 << 16;

    /** A digit drawn as an outline has some thirty. */
    private static final int MOST_OPERATORS = 500;

    private final Lexer lexer;
    private final Path2D drawn = new Path2D.Double();
    private Path2D path = new Path2D.Double();
    private Affine matrix = Affine.IDENTITY;
    private double width = 1;

    private GlyphProcedure(Lexer lexer) {
        this.lexer = lexer;
    }

    /**
     * Nothing where pictures, letters, colours or more than a glyph needs are drawn: what is seen
     * of these no outline tells.
     *
     * @param space takes the glyph's space to that of text
     * @throws IllegalPathStateException where a path goes on that was not begun
     */
    static Optional<Shape> outline(COSStream procedure, Affine space, Budget budget)
            throws IOException {
        byte[] bytes = Decoded.bytes(procedure, budget, MOST_BYTES);
        var glyph = new GlyphProcedure(new Lexer(new ByteArrayInputStream(bytes)));
        glyph.matrix = space;
        return glyph.draws() ? Optional.of(glyph.drawn) : Optional.empty();
    }

    private boolean draws() throws IOException {
        for (int i = 0; i < MOST_OPERATORS; i++) {
            int operator = lexer.operator();
            if (operator == Lexer.END) {
                return true;
            }
            if (!perform(operator)) {
                return false;
            }
        }
        return false;
    }

    /** Whether the operator is one that outlines are drawn by. */
    private boolean perform(int operator) {
        switch (operator) {
            case Operator.MOVE_TO -> path.moveTo(x(1), y(1));
            case Operator.LINE_TO -> path.lineTo(x(1), y(1));
            case Operator.CURVE_TO -> path.curveTo(x(5), y(5), x(3), y(3), x(1), y(1));
            case Operator.CURVE_FROM_HERE -> {
                var from = path.getCurrentPoint();
                if (from == null) {
                    throw new IllegalPathStateException();
                }
                path.curveTo(from.getX(), from.getY(), x(3), y(3), x(1), y(1));
            }
            case Operator.CURVE_TO_LAST -> path.curveTo(x(3), y(3), x(1), y(1), x(1), y(1));
            case Operator.CLOSE_PATH -> path.closePath();
            case Operator.RECTANGLE -> rectangle();
            case Operator.LINE_WIDTH -> width = lexer.fromEnd(0);
            case Operator.CONCATENATE -> matrix = PageInk.matrix(lexer).times(matrix);
            case Operator.FILL, Operator.FILL_OLD, Operator.FILL_EVEN_ODD -> paint(path);
            case Operator.STROKE ->
                    paint(new BasicStroke((float) (width * scale())).createStrokedShape(path));
            case Operator.END_PATH -> path = new Path2D.Double();
            case Operator.GLYPH_WIDTH, Operator.GLYPH_BOX, Operator.SAVE -> {
                // Nothing that is seen.
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void rectangle() {
        double left = lexer.fromEnd(3);
        double bottom = lexer.fromEnd(2);
        double right = left + lexer.fromEnd(1);
        double top = bottom + lexer.fromEnd(0);
        path.moveTo(matrix.x(left, bottom), matrix.y(left, bottom));
        path.lineTo(matrix.x(right, bottom), matrix.y(right, bottom));
        path.lineTo(matrix.x(right, top), matrix.y(right, top));
        path.lineTo(matrix.x(left, top), matrix.y(left, top));
        path.closePath();
    }

    private void paint(Shape shape) {
        drawn.append(shape, false);
        path = new Path2D.Double();
    }

    private double scale() {
        return Math.sqrt(Math.abs(matrix.a() * matrix.d() - matrix.b() * matrix.c()));
    }

    private double x(int fromEnd) {
        return matrix.x(lexer.fromEnd(fromEnd), lexer.fromEnd(fromEnd - 1));
    }

    private double y(int fromEnd) {
        return matrix.y(lexer.fromEnd(fromEnd), lexer.fromEnd(fromEnd - 1));
    }
}
