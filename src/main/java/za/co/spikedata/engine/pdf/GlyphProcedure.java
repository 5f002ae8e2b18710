package za.co.spikedata.engine.pdf;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.IllegalPathStateException;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
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

    /** White that is painted over a digit is a hole in it, unless it is smaller than this share. */
    private static final double SPECK = 0.06;

    private final Lexer lexer;
    private final List<Shape> drawn = new ArrayList<>();
    private final Deque<GlyphState> saved = new ArrayDeque<>();
    private Path2D path = new Path2D.Double();
    private GlyphState state;

    /** It is drawn in the colour of its text, whatever it says itself. */
    private boolean stencil;

    private GlyphProcedure(Lexer lexer, Affine space) {
        this.lexer = lexer;
        this.state = GlyphState.first(space);
    }

    /**
     * Nothing where pictures, letters, white over the digit or more than a glyph needs are drawn:
     * what is seen of these no outline tells. Thin lines are left out.
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
            case Operator.LINE_WIDTH -> state = state.lines(Math.abs(lexer.fromEnd(0)));
            case Operator.CONCATENATE -> state = state.under(PageInk.matrix(lexer));
            case Operator.SAVE -> saved.push(state);
            case Operator.RESTORE -> state = saved.isEmpty() ? state : saved.pop();
            case Operator.FILL, Operator.FILL_OLD, Operator.FILL_EVEN_ODD -> {
                return paint(true, false);
            }
            case Operator.STROKE -> {
                return paint(false, true);
            }
            case Operator.CLOSE_STROKE -> {
                path.closePath();
                return paint(false, true);
            }
            case Operator.FILL_STROKE, Operator.FILL_STROKE_EVEN_ODD -> {
                return paint(true, true);
            }
            case Operator.CLOSE_FILL_STROKE, Operator.CLOSE_FILL_STROKE_EVEN_ODD -> {
                path.closePath();
                return paint(true, true);
            }
            case Operator.END_PATH -> path = new Path2D.Double();
            case Operator.GLYPH_BOX -> stencil = true;
            case Operator.GLYPH_WIDTH,
                    Operator.LINE_CAP,
                    Operator.LINE_JOIN,
                    Operator.MITER_LIMIT,
                    Operator.FLATNESS,
                    Operator.BEGIN_MARK,
                    Operator.BEGIN_MARK_OF,
                    Operator.END_MARK -> {
                // Nothing that makes one digit of another.
            }
            default -> {
                return color(operator);
            }
        }
        return true;
    }

    /** Whether the operator sets a colour. */
    private boolean color(int operator) {
        Optional<GlyphState> colored = state.colored(operator, lexer);
        state = stencil ? state : colored.orElse(state);
        return colored.isPresent();
    }

    private void rectangle() {
        Affine matrix = state.matrix();
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

    /** Whether what is seen can still be told. */
    private boolean paint(boolean fills, boolean strokes) {
        boolean told = !fills || add(path, state.fill());
        if (strokes && lineWidth() >= THINNEST * path.getBounds2D().getHeight()) {
            Shape line = new BasicStroke((float) lineWidth()).createStrokedShape(path);
            told &= add(line, state.stroke());
        }
        path = new Path2D.Double();
        return told;
    }

    private boolean add(Shape shape, int color) {
        if (color == Tint.UNKNOWN) {
            return false;
        }
        if (Tint.isAlike(color, Tint.WHITE)) {
            return drawn.isEmpty() || isSpeck(shape.getBounds2D());
        }
        drawn.add(shape);
        return true;
    }

    private boolean isSpeck(Rectangle2D box) {
        double height =
                drawn.stream().mapToDouble(each -> each.getBounds2D().getHeight()).max().orElse(0);
        return Math.max(box.getWidth(), box.getHeight()) < SPECK * height;
    }

    private double lineWidth() {
        return state.width() * scale();
    }

    private double scale() {
        return Math.sqrt(Math.abs(state.matrix().determinant()));
    }

    private double x(int fromEnd) {
        return state.matrix().x(lexer.fromEnd(fromEnd), lexer.fromEnd(fromEnd - 1));
    }

    private double y(int fromEnd) {
        return state.matrix().y(lexer.fromEnd(fromEnd), lexer.fromEnd(fromEnd - 1));
    }
}
