package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import za.co.spikedata.engine.layout.Glyph;
import za.co.spikedata.engine.layout.Lines;
import za.co.spikedata.engine.layout.Page;

/**
 * Turns a page so that the direction most of its text is written in runs from left to right; text
 * in other directions (margin notes, stamps) is left out.
 */
final class UprightPage {
    private UprightPage() {}

    static Page of(int number, PDRectangle box, List<DrawnGlyph> drawn) {
        int degrees = direction(drawn);
        boolean sideways = degrees == 90 || degrees == 270;
        double width = sideways ? box.getHeight() : box.getWidth();
        double height = sideways ? box.getWidth() : box.getHeight();
        var glyphs = new ArrayList<Glyph>();
        for (var glyph : drawn) {
            if (glyph.degrees() == degrees) {
                double left =
                        switch (degrees) {
                            case 90 -> glyph.y();
                            case 180 -> width - glyph.x();
                            case 270 -> width - glyph.y();
                            default -> glyph.x();
                        };
                double baseline =
                        switch (degrees) {
                            case 90 -> glyph.x();
                            case 180 -> glyph.y();
                            case 270 -> height - glyph.x();
                            default -> height - glyph.y();
                        };
                glyphs.add(new Glyph(glyph.text(), left, baseline, glyph.width(), glyph.size()));
            }
        }
        return new Page(number, width, height, Lines.of(glyphs));
    }

    private static int direction(List<DrawnGlyph> drawn) {
        var votes = new HashMap<Integer, Integer>();
        for (var glyph : drawn) {
            if (glyph.degrees() >= 0 && !glyph.text().isBlank()) {
                votes.merge(glyph.degrees(), 1, Integer::sum);
            }
        }
        return votes.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(0);
    }
}
