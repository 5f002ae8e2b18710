package za.co.spikedata.engine.verify;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.ReadResult;

/**
 * Looks the cells of a result up on its PDF, with PDFBox's own text extraction, which the reader
 * does not use. Pages on which that sees no text at all are left out.
 */
public final class PaperWitness extends PDFTextStripper {
    /** A letter's middle may lie this far outside its cell, in points. */
    private static final double SLACK = 1.5;

    private record Letter(String text, double x, double y) {}

    private final Map<Integer, List<Letter>> pages = new HashMap<>();

    private PaperWitness() {
        setSortByPosition(false);
    }

    /**
     * Cells that the PDF does not print where the result says.
     *
     * @throws IOException when the PDF cannot be read without a password
     */
    public static List<Problem> verify(ReadResult result, byte[] pdf) throws IOException {
        if (!(result instanceof ReadResult.Read read)) {
            return List.of();
        }
        var witness = new PaperWitness();
        try (var document = Loader.loadPDF(pdf)) {
            witness.writeText(document, Writer.nullWriter());
        }
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < read.statements().size(); i++) {
            for (var row : read.statements().get(i).transactions()) {
                if (!row.cells().stream().allMatch(witness::sees)) {
                    problems.add(new Problem(Problem.Kind.NOT_ON_PAPER, i + 1, row.id()));
                }
            }
        }
        return List.copyOf(problems);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        pages.computeIfAbsent(getCurrentPageNo(), _ -> new ArrayList<>())
                .add(
                        new Letter(
                                position.getUnicode(),
                                position.getXDirAdj() + position.getWidthDirAdj() / 2,
                                position.getYDirAdj()));
    }

    private boolean sees(Cell cell) {
        Place place = cell.place();
        List<Letter> letters = pages.getOrDefault(place.page(), List.of());
        if (letters.isEmpty()) {
            return true;
        }
        var seen = new HashMap<Integer, Integer>();
        for (Letter letter : letters) {
            if (isIn(place.box(), letter)) {
                letter.text.codePoints().forEach(each -> seen.merge(each, 1, Integer::sum));
            }
        }
        return cell.text()
                .codePoints()
                .filter(Character::isDigit)
                .allMatch(each -> seen.merge(each, -1, Integer::sum) >= 0);
    }

    private static boolean isIn(Box box, Letter letter) {
        return letter.x > box.left() - SLACK
                && letter.x < box.right() + SLACK
                && letter.y > box.top() - SLACK
                && letter.y < box.bottom() + SLACK;
    }
}
