package za.co.spikedata.engine.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;

/**
 * A page as one picture for a machine to read.
 *
 * @param image JPEG or PNG
 * @param perPoint pixels of a point of the page
 */
record PagePicture(byte[] image, double perPoint) {
    private static final int DPI = 300;
    private static final double POINTS_PER_INCH = 72;
    private static final long MOST_PIXELS = 20_000_000;
    private static final int MOST_IMAGE_BYTES = 1 << 25;

    /** Of one picture, unpacked: a page of colour at 300 dots an inch has 26 MB. */
    private static final long MOST_UNPACKED = 64L << 20;

    /**
     * A scanner's picture as it stands in the file, or else the page drawn anew; nothing when it is
     * too large to be a page.
     */
    static Optional<PagePicture> of(PDDocument document, int index, Budget budget)
            throws IOException {
        // Nobody's page goes to a temporary file, neither here nor as PDFBox unpacks it.
        ImageIO.setUseCache(false);
        PDPage page = document.getPage(index);
        List<COSStream> images = images(page);
        for (COSStream image : images) {
            if (pixels(image, budget) > MOST_PIXELS || unpacksTooFar(image)) {
                return Optional.empty();
            }
        }
        double width = page.getCropBox().getWidth();
        if (images.size() == 1 && page.getRotation() == 0 && isJpeg(images.getFirst())) {
            double perPoint = images.getFirst().getInt(COSName.WIDTH, 1) / width;
            return Optional.of(new PagePicture(jpeg(images.getFirst(), budget), perPoint));
        }
        double pixels = width * page.getCropBox().getHeight() * Math.pow(DPI / POINTS_PER_INCH, 2);
        return pixels > MOST_PIXELS ? Optional.empty() : drawn(document, index);
    }

    /** Nothing when the page cannot be drawn: the rest of the file may be whole. */
    private static Optional<PagePicture> drawn(PDDocument document, int index) {
        try {
            var picture = new ScanRenderer(document).renderImageWithDPI(index, DPI, ImageType.GRAY);
            var png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return Optional.of(new PagePicture(png.toByteArray(), DPI / POINTS_PER_INCH));
        } catch (Budget.Spent complex) {
            throw complex;
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    /** PDFBox unpacks a picture whole, however small it says it is. */
    private static boolean unpacksTooFar(COSStream image) {
        try (InputStream in = Decoded.of(image, Budget.ofStream(MOST_UNPACKED))) {
            in.transferTo(OutputStream.nullOutputStream());
            return false;
        } catch (Budget.Spent spent) {
            return true;
        } catch (IOException notPackedLikeText) {
            return false;
        }
    }

    private static long pixels(COSStream image, Budget budget) throws IOException {
        long said = (long) image.getInt(COSName.WIDTH, 0) * image.getInt(COSName.HEIGHT, 0);
        return isJpeg(image) ? Math.max(said, JpegSize.pixels(jpeg(image, budget))) : said;
    }

    private static byte[] jpeg(COSStream image, Budget budget) throws IOException {
        try (var in = image.createRawInputStream()) {
            byte[] jpeg = in.readNBytes(MOST_IMAGE_BYTES);
            budget.readTogether(jpeg.length);
            return jpeg;
        }
    }

    private static boolean isJpeg(COSStream image) {
        return image.getDictionaryObject(COSName.FILTER) instanceof COSName filter
                && filter.equals(COSName.DCT_DECODE);
    }

    private static List<COSStream> images(PDPage page) {
        var images = new ArrayList<COSStream>();
        var resources = page.getResources();
        if (resources == null) {
            return images;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)
                    && resources
                                    .getCOSObject()
                                    .getCOSDictionary(COSName.XOBJECT)
                                    .getDictionaryObject(name)
                            instanceof COSStream image) {
                images.add(image);
            }
        }
        return images;
    }
}
