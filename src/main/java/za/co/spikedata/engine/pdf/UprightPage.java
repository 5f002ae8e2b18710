package za.co.spikedata.engine.pdf;

import org.apache.pdfbox.pdmodel.common.PDRectangle;
import za.co.spikedata.engine.layout.Glyphs;
import za.co.spikedata.engine.layout.Lines;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.model.Box;

/**
 * Turns a page so that the direction most of its text is written in runs from left to right; text
 * in other directions (margin notes, stamps) is left out.
 */
final class UprightPage {
    private static final int RIGHT_ANGLE = 90;
    private static final int DIRECTIONS = 4;

    private final int degrees;
    private final double width;
    private final double height;
    private final double originX;
    private final double originY;

    private UprightPage(PDRectangle box, int degrees) {
        boolean sideways = degrees == 90 || degrees == 270;
        this.degrees = degrees;
        this.width = sideways ? box.getHeight() : box.getWidth();
        this.height = sideways ? box.getWidth() : box.getHeight();
        this.originX = box.getLowerLeftX();
        this.originY = box.getLowerLeftY();
    }

    static UprightPage of(PDRectangle box, Ink ink) {
        return new UprightPage(box, direction(ink));
    }

    /**
     * The page with what is seen of its ink.
     *
     * @param glyphs room for the page's glyphs
     */
    Page page(int number, Ink ink, Glyphs glyphs) {
        fill(ink, glyphs);
        return new Page(number, width, height, Lines.of(glyphs));
    }

    /** The same page, and which glyphs its words are made of. */
    Lines.Placed placed(Ink ink, Glyphs glyphs) {
        fill(ink, glyphs);
        return Lines.placed(glyphs);
    }

    Page page(int number, Lines.Placed placed) {
        return new Page(number, width, height, placed.lines());
    }

    /** Whether the glyph stands on the page: it is seen and written in the page's direction. */
    boolean holds(Ink ink, int index) {
        return ink.degrees(index) == degrees && ink.isSeen(index);
    }

    private void fill(Ink ink, Glyphs glyphs) {
        glyphs.clear();
        if (degrees == 0 && ink.isEven()) {
            ink.write(originX, originY, height, glyphs);
            return;
        }
        for (int i = 0; i < ink.count(); i++) {
            if (!holds(ink, i)) {
                continue;
            }
            double x = ink.x(i) - originX;
            double y = ink.y(i) - originY;
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
    }

    /** An area of user space, as it lies on the turned page. */
    Box box(Area area) {
        double left = area.left() - originX;
        double bottom = area.bottom() - originY;
        double right = area.right() - originX;
        double top = area.top() - originY;
        return switch (degrees) {
            case 90 -> new Box(bottom, left, area.height(), area.width());
            case 180 -> new Box(width - right, bottom, area.width(), area.height());
            case 270 -> new Box(width - top, height - right, area.height(), area.width());
            default -> new Box(left, height - top, area.width(), area.height());
        };
    }

    private static int direction(Ink ink) {
        if (ink.isEven()) {
            return 0;
        }
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
