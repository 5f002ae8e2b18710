package za.co.spikedata.engine.pdf;

import java.util.Optional;

/**
 * How a glyph's own content draws.
 *
 * @param matrix takes the content's space to that of text
 * @param width of lines, in the glyph's own units
 * @param fill as 0xRRGGBB, or {@link Tint#UNKNOWN}; black stands for the text's own colour
 * @param stroke the same, of lines
 */
record GlyphState(Affine matrix, double width, int fill, int stroke) {
    static GlyphState first(Affine space) {
        return new GlyphState(space, 1, 0, 0);
    }

    GlyphState under(Affine inner) {
        return new GlyphState(inner.times(matrix), width, fill, stroke);
    }

    GlyphState lines(double wide) {
        return new GlyphState(matrix, wide, fill, stroke);
    }

    /** After an operator that sets a colour; nothing after others. */
    Optional<GlyphState> colored(int operator, Lexer lexer) {
        return switch (operator) {
            case Operator.FILL_SPACE -> filling(0);
            case Operator.FILL_GRAY -> filling(Tint.gray(lexer));
            case Operator.FILL_RGB -> filling(Tint.rgb(lexer));
            case Operator.FILL_CMYK -> filling(Tint.cmyk(lexer));
            case Operator.FILL_COLOR, Operator.FILL_COLOR_NAMED -> filling(Tint.in(null, lexer));
            case Operator.STROKE_SPACE -> stroking(0);
            case Operator.STROKE_GRAY -> stroking(Tint.gray(lexer));
            case Operator.STROKE_RGB -> stroking(Tint.rgb(lexer));
            case Operator.STROKE_CMYK -> stroking(Tint.cmyk(lexer));
            case Operator.STROKE_COLOR, Operator.STROKE_COLOR_NAMED ->
                    stroking(Tint.in(null, lexer));
            default -> Optional.empty();
        };
    }

    private Optional<GlyphState> filling(int color) {
        return Optional.of(new GlyphState(matrix, width, color, stroke));
    }

    private Optional<GlyphState> stroking(int color) {
        return Optional.of(new GlyphState(matrix, width, fill, color));
    }
}
