package za.co.spikedata.engine.pdf;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.IllegalPathStateException;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSStream;

/** The outline that a glyph's own content draws (ISO 32000-2, 9.6.4). */
final class GlyphProcedure {
    private static final int MOST_BYTES = 1 << 16;

    /** A digit drawn as an outline has some thirty. */
    private static final int MOST_OPERATORS = 500;

    /** Of a glyph's height: a line that is thinner only follows a digit's rim. */
    private static final double THINNEST = 0.06;

    private final Lexer lexer;
    private final List<Shape> drawn = new ArrayList<>();
    private final Deque<State> saved = new ArrayDeque<>();
    private Path2D path = new Path2D.Double();
    private State state;

    /**
     * @param width of lines, in the glyph's own units
     */
    private record State(Affine matrix, double width) {}

    private GlyphProcedure(Lexer lexer, Affine space) {
        this.lexer = lexer;
        this.state = new State(space, 1);
    }

    /**
     * Nothing where pictures, letters, colours, thin lines alone or more than a glyph needs are
     * drawn: what is seen of these no outline tells.
     *
     * @return what is painted, one over the other
     * @param space takes the glyph's space to that of text
     * @throws IllegalPathStateException where a path goes on that was not begun
     */
    static Optional<List<Shape>> outline(COSStream procedure, Affine space, Budget budget)
            throws IOException {
        byte[] bytes = Decoded.bytes(procedure, budget, MOST_BYTES);
        var glyph = new GlyphProcedure(new Lexer(new ByteArrayInputStream(bytes)), space);
        return glyph.draws(budget) ? Optional.of(glyph.drawn) : Optional.empty();
    }

    private boolean draws(Budget budget) throws IOException {
        for (int i = 0; i < MOST_OPERATORS; i++) {
            budget.operator();
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
            case Operator.LINE_WIDTH -> state = new State(state.matrix, Math.abs(lexer.fromEnd(0)));
            case Operator.CONCATENATE ->
                    state = new State(PageInk.matrix(lexer).times(state.matrix), state.width);
            case Operator.SAVE -> saved.push(state);
            case Operator.RESTORE -> state = saved.isEmpty() ? state : saved.pop();
            case Operator.FILL, Operator.FILL_OLD, Operator.FILL_EVEN_ODD -> paint(true, false);
            case Operator.STROKE -> {
                return stroke();
            }
            case Operator.CLOSE_STROKE -> {
                path.closePath();
                return stroke();
            }
            case Operator.FILL_STROKE, Operator.FILL_STROKE_EVEN_ODD -> paint(true, true);
            case Operator.CLOSE_FILL_STROKE, Operator.CLOSE_FILL_STROKE_EVEN_ODD -> {
                path.closePath();
                paint(true, true);
            }
            case Operator.END_PATH -> path = new Path2D.Double();
            case Operator.GLYPH_WIDTH, Operator.GLYPH_BOX -> {
                // Nothing that is seen.
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void rectangle() {
        Affine matrix = state.matrix;
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

    /** Whether the line fills the digit's stems. */
    private boolean stroke() {
        double height = path.getBounds2D().getHeight();
        paint(false, true);
        return lineWidth() >= THINNEST * height;
    }

    private void paint(boolean fills, boolean strokes) {
        if (fills) {
            drawn.add(path);
        }
        if (strokes) {
            drawn.add(new BasicStroke((float) lineWidth()).createStrokedShape(path));
        }
        path = new Path2D.Double();
    }

    private double lineWidth() {
        return state.width * scale();
    }

    private double scale() {
        Affine matrix = state.matrix;
        return Math.sqrt(Math.abs(matrix.a() * matrix.d() - matrix.b() * matrix.c()));
    }

    private double x(int fromEnd) {
        return state.matrix.x(lexer.fromEnd(fromEnd), lexer.fromEnd(fromEnd - 1));
    }

    private double y(int fromEnd) {
        return state.matrix.y(lexer.fromEnd(fromEnd), lexer.fromEnd(fromEnd - 1));
    }
}
