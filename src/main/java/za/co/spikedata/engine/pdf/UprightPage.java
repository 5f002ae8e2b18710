package za.co.spikedata.engine.pdf;

import org.apache.pdfbox.pdmodel.common.PDRectangle;
import za.co.spikedata.engine.layout.Glyphs;
import za.co.spikedata.engine.layout.Lines;
import za.co.spikedata.engine.layout.Page;

/**
 * Turns a page so that the direction most of its text is written in runs from left to right; text
 * in other directions (margin notes, stamps) is left out.
 */
final class UprightPage {
    private static final int RIGHT_ANGLE = 90;
    private static final int DIRECTIONS = 4;

    private UprightPage() {}

    /**
     * @param glyphs room for the page's glyphs
     */
    static Page of(int number, PDRectangle box, Ink ink, Glyphs glyphs) {
        int degrees = direction(ink);
        boolean sideways = degrees == 90 || degrees == 270;
        double width = sideways ? box.getHeight() : box.getWidth();
        double height = sideways ? box.getWidth() : box.getHeight();
        glyphs.clear();
        for (int i = 0; i < ink.count(); i++) {
            if (ink.degrees(i) != degrees || !ink.isSeen(i)) {
                continue;
            }
            double x = ink.x(i);
            double y = ink.y(i);
            double left =
                    switch (degrees) {
                        case 90 -> y;
                        case 180 -> width - x;
                        case 270 -> width - y;
                        default -> x;
                    };
            double baseline =
                    switch (degrees) {
                        case 90 -> x;
                        case 180 -> y;
                        case 270 -> height - x;
                        default -> height - y;
                    };
            glyphs.add(ink.text(i), ink.isBlank(i), left, baseline, ink.width(i), ink.size(i));
        }
        return new Page(number, width, height, Lines.of(glyphs));
    }

    private static int direction(Ink ink) {
        int[] votes = new int[DIRECTIONS];
        for (int i = 0; i < ink.count(); i++) {
            if (ink.degrees(i) != Ink.SLANTED && ink.isSeen(i) && !ink.isBlank(i)) {
                votes[ink.degrees(i) / RIGHT_ANGLE]++;
            }
        }
        int most = 0;
        for (int i = 1; i < DIRECTIONS; i++) {
            most = votes[i] > votes[most] ? i : most;
        }
        return most * RIGHT_ANGLE;
    }
}
