package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * What a page's content does, kept so that it can be done again with other characters. Only what
 * places text is kept, and that as numbers: nothing of a file can be carried on inside a script.
 */
final class Script {
    /** The glyph has no ink: the file does not tell its character, or it lies off every page. */
    static final int NO_INK = -1;

    private static final int CORNERS = 4;

    private static final TextFont NO_FONT = new TextFont.Simple(new String[0], new float[0]);

    /** Operators that place text, and how many numbers they take. */
    private static final Map<Integer, Integer> KEPT =
            Map.ofEntries(
                    Map.entry(Operator.BEGIN_TEXT, 0),
                    Map.entry(Operator.END_TEXT, 0),
                    Map.entry(Operator.MOVE, 2),
                    Map.entry(Operator.MOVE_SET_LEADING, 2),
                    Map.entry(Operator.TEXT_MATRIX, 6),
                    Map.entry(Operator.NEXT_LINE, 0),
                    Map.entry(Operator.SPACING, 1),
                    Map.entry(Operator.WORD_SPACING, 1),
                    Map.entry(Operator.STRETCH, 1),
                    Map.entry(Operator.LEADING, 1),
                    Map.entry(Operator.RISE, 1),
                    Map.entry(Operator.CONCATENATE, 6),
                    Map.entry(Operator.SAVE, 0),
                    Map.entry(Operator.RESTORE, 0));

    /** One thing that was done. */
    sealed interface Act {
        /** Anything but showing text. */
        record Plain(int operator, double[] numbers) implements Act {}

        /**
         * Text was shown.
         *
         * @param size of the font, in text space; {@code spacing} and {@code wordSpacing} too
         */
        record Shown(
                TextFont font, double size, double spacing, double wordSpacing, List<Piece> pieces)
                implements Act {}

        /** A form was drawn; {@code box} is left, bottom, right, top, or empty. */
        record Form(Affine matrix, double[] box, Script content) implements Act {}
    }

    /** A part of shown text. */
    sealed interface Piece {
        /** Back by so many thousandths of the font size. */
        record Shift(double thousandths) implements Piece {}

        /**
         * A glyph.
         *
         * @param ink which of the page's, or {@link #NO_INK}
         * @param width in thousandths of the font size
         * @param blank word spacing widens it
         */
        record Mark(int ink, double width, boolean blank) implements Piece {}
    }

    private final List<Act> acts = new ArrayList<>();
    private final List<Area> areas;
    private List<Piece> pieces = new ArrayList<>();
    private Act.Shown state = new Act.Shown(NO_FONT, 1, 0, 0, List.of());

    Script() {
        this(new ArrayList<>());
    }

    private Script(List<Area> areas) {
        this.areas = areas;
    }

    List<Act> acts() {
        return acts;
    }

    /** Upright rectangles and lines the page paints, in its user space. */
    List<Area> areas() {
        return areas;
    }

    /** The script of a form that is drawn here. */
    Script within(COSStream form) {
        double[] box = {};
        if (form.getCOSArray(COSName.BBOX) instanceof COSArray sides && sides.size() == CORNERS) {
            float[] numbers = sides.toFloatArray();
            box = new double[] {numbers[0], numbers[1], numbers[2], numbers[3]};
        }
        var inner = new Script(areas);
        acts.add(new Act.Form(Affine.of(form.getCOSArray(COSName.MATRIX)), box, inner));
        return inner;
    }

    void shows(TextFont font, double size, double spacing, double wordSpacing) {
        state = new Act.Shown(font, size, spacing, wordSpacing, List.of());
    }

    void shifted(double thousandths) {
        pieces.add(new Piece.Shift(thousandths));
    }

    void shown(int ink, double width, boolean blank) {
        pieces.add(new Piece.Mark(ink, width, blank));
    }

    /** An operator was performed; its operands still stand in the lexer. */
    void performed(int operator, Lexer lexer) {
        switch (operator) {
            case Operator.NEXT_LINE_SHOW -> plain(Operator.NEXT_LINE);
            case Operator.NEXT_LINE_SHOW_SPACED -> {
                plain(Operator.WORD_SPACING, lexer.fromEnd(2));
                plain(Operator.SPACING, lexer.fromEnd(1));
                plain(Operator.NEXT_LINE);
            }
            default -> {
                Integer count = KEPT.get(operator);
                if (count != null) {
                    double[] numbers = new double[count];
                    for (int i = 0; i < count; i++) {
                        numbers[i] = lexer.fromEnd(count - 1 - i);
                    }
                    plain(operator, numbers);
                }
            }
        }
        if (state.font() == NO_FONT) {
            pieces.clear();
        }
        if (!pieces.isEmpty()) {
            acts.add(
                    new Act.Shown(
                            state.font(),
                            state.size(),
                            state.spacing(),
                            state.wordSpacing(),
                            pieces));
            pieces = new ArrayList<>();
        }
    }

    private void plain(int operator, double... numbers) {
        acts.add(new Act.Plain(operator, numbers));
    }
}
