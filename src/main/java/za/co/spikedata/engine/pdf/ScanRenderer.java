package za.co.spikedata.engine.pdf;

import java.awt.Color;
import java.awt.Paint;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.PDLineDashPattern;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws what a scanned page shows: its pictures, and lines and letters around them. Shades,
 * patterns, masks, dashes and drawings of very many corners, none of which can be read, are left
 * out, because a small file can make them take minutes.
 */
final class ScanRenderer extends PDFRenderer {
    private static final int MOST_OPERATORS = 200_000;

    /** Of all pictures of a page; a scanner's strips together are one page. */
    private static final long MOST_PIXELS = 60_000_000;

    /** Corners of all paths of a page; letters drawn as outlines have a score each. */
    private static final int MOST_CORNERS = 100_000;

    /**
     * Points up and down that all edges of a page reach; filling takes time for each, and what is
     * left is a scribble that no letters can be told in. A page of letters drawn as outlines
     * reaches a quarter of a million.
     */
    private static final double MOST_REACH_POINTS = 1_500_000;

    /** Corners of what cuts off the rest; finding where they cross takes the square of them. */
    private static final int MOST_CLIP_CORNERS = 200;

    /** Each has a picture of the page's size of its own. */
    private static final int MOST_GROUPS = 20;

    ScanRenderer(PDDocument document) {
        super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private static final class Drawer extends PageDrawer {
        private int operators;
        private long pixels;
        private int corners;
        private double reach;
        private int groups;

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
                throws IOException {
            if (++operators > MOST_OPERATORS) {
                throw new Budget.Spent();
            }
            super.processOperator(operator, operands);
            getGraphicsState().setSoftMask(null);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            pixels += (long) Math.max(1, image.getWidth()) * Math.max(1, image.getHeight());
            if (pixels > MOST_PIXELS) {
                throw new Budget.Spent();
            }
            super.drawImage(image);
        }

        @Override
        public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
            if (++groups > MOST_GROUPS) {
                throw new Budget.Spent();
            }
            super.showTransparencyGroup(group);
        }

        @Override
        public void shadingFill(COSName name) {
            // No letters.
        }

        @Override
        protected Paint getPaint(PDColor color) throws IOException {
            return color.getColorSpace() instanceof PDPattern
                    ? Color.LIGHT_GRAY
                    : super.getPaint(color);
        }

        @Override
        public void strokePath() throws IOException {
            getGraphicsState().setLineDashPattern(new PDLineDashPattern());
            super.strokePath();
        }

        @Override
        public void clip(int windingRule) {
            int left = MOST_CLIP_CORNERS;
            for (var each = getLinePath().getPathIterator(null); !each.isDone(); each.next()) {
                left--;
            }
            if (left >= 0) {
                super.clip(windingRule);
            }
        }

        @Override
        public void lineTo(float x, float y) {
            if (mayGoTo(y)) {
                super.lineTo(x, y);
            }
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            if (mayGoTo(y3)) {
                super.curveTo(x1, y1, x2, y2, x3, y3);
            }
        }

        private boolean mayGoTo(float y) {
            var from = getCurrentPoint();
            reach += from == null ? 0 : Math.abs(y - from.getY());
            if (reach > MOST_REACH_POINTS) {
                throw new Budget.Spent();
            }
            return ++corners <= MOST_CORNERS;
        }
    }
}
