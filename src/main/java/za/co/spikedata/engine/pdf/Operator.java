package za.co.spikedata.engine.pdf;

/** Operators of a content stream, as {@link Lexer#operator} numbers them. */
final class Operator {
    static final int SHOW = 'T' << 8 | 'j';
    static final int SHOW_SPACED = 'T' << 8 | 'J';
    static final int NEXT_LINE_SHOW = '\'';
    static final int NEXT_LINE_SHOW_SPACED = '"';
    static final int MOVE = 'T' << 8 | 'd';
    static final int MOVE_SET_LEADING = 'T' << 8 | 'D';
    static final int TEXT_MATRIX = 'T' << 8 | 'm';
    static final int NEXT_LINE = 'T' << 8 | '*';
    static final int BEGIN_TEXT = 'B' << 8 | 'T';
    static final int END_TEXT = 'E' << 8 | 'T';
    static final int FONT = 'T' << 8 | 'f';
    static final int SPACING = 'T' << 8 | 'c';
    static final int WORD_SPACING = 'T' << 8 | 'w';
    static final int STRETCH = 'T' << 8 | 'z';
    static final int LEADING = 'T' << 8 | 'L';
    static final int RISE = 'T' << 8 | 's';
    static final int RENDERING = 'T' << 8 | 'r';
    static final int CONCATENATE = 'c' << 8 | 'm';
    static final int SAVE = 'q';
    static final int RESTORE = 'Q';
    static final int GRAPHICS_STATE = 'g' << 8 | 's';
    static final int EXTERNAL = 'D' << 8 | 'o';
    static final int IMAGE_START = 'B' << 8 | 'I';
    static final int TRUE = 't' << 24 | 'r' << 16 | 'u' << 8 | 'e';
    static final int IMAGE_DATA = 'I' << 8 | 'D';

    static final int MOVE_TO = 'm';
    static final int LINE_TO = 'l';
    static final int CURVE_TO = 'c';
    static final int CURVE_FROM_HERE = 'v';
    static final int CURVE_TO_LAST = 'y';
    static final int RECTANGLE = 'r' << 8 | 'e';
    static final int CLIP = 'W';
    static final int CLIP_EVEN_ODD = 'W' << 8 | '*';
    static final int FILL = 'f';
    static final int FILL_OLD = 'F';
    static final int FILL_EVEN_ODD = 'f' << 8 | '*';
    static final int STROKE = 'S';
    static final int CLOSE_PATH = 'h';
    static final int CLOSE_STROKE = 's';
    static final int FILL_STROKE = 'B';
    static final int FILL_STROKE_EVEN_ODD = 'B' << 8 | '*';
    static final int CLOSE_FILL_STROKE = 'b';
    static final int CLOSE_FILL_STROKE_EVEN_ODD = 'b' << 8 | '*';
    static final int END_PATH = 'n';
    static final int GLYPH_WIDTH = 'd' << 8 | '0';
    static final int GLYPH_BOX = 'd' << 8 | '1';
    static final int SHADING = 's' << 8 | 'h';
    static final int FILL_GRAY = 'g';
    static final int FILL_RGB = 'r' << 8 | 'g';
    static final int FILL_CMYK = 'k';
    static final int STROKE_GRAY = 'G';
    static final int STROKE_RGB = 'R' << 8 | 'G';
    static final int STROKE_CMYK = 'K';
    static final int FILL_SPACE = 'c' << 8 | 's';
    static final int STROKE_SPACE = 'C' << 8 | 'S';
    static final int FILL_COLOR = 's' << 8 | 'c';
    static final int FILL_COLOR_NAMED = 's' << 16 | 'c' << 8 | 'n';
    static final int STROKE_COLOR = 'S' << 8 | 'C';
    static final int STROKE_COLOR_NAMED = 'S' << 16 | 'C' << 8 | 'N';
    static final int LINE_WIDTH = 'w';
    static final int LINE_CAP = 'J';
    static final int LINE_JOIN = 'j';
    static final int MITER_LIMIT = 'M';
    static final int FLATNESS = 'i';
    static final int BEGIN_MARK = 'B' << 16 | 'M' << 8 | 'C';
    static final int BEGIN_MARK_OF = 'B' << 16 | 'D' << 8 | 'C';
    static final int END_MARK = 'E' << 16 | 'M' << 8 | 'C';

    private Operator() {}
}
