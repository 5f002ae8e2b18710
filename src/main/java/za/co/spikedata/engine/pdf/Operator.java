package za.co.spikedata.engine.pdf;

/**
 * Operators of a content stream that place or draw text, as {@link Lexer#operator} numbers them.
 */
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
    static final int IMAGE_DATA = 'I' << 8 | 'D';

    private Operator() {}
}
