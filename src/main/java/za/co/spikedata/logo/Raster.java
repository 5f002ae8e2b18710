package za.co.spikedata.logo;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import za.co.spikedata.logo.SvgReader.NoDrawing;
import za.co.spikedata.palette.Colour;

/** A logo as its pixels, about as large as it is shown on sharp screens. */
public final class Raster {
    static final int SIDE = 64;

    /** Pixels at edges are of neither side. */
    static final double HALF = 0.5;

    /** Of the logo's pixels; fewer are softened edges and small touches. */
    private static final double MOST_LOST = 0.15;

    private static final int OPAQUE = 255;

    private final BufferedImage image;

    private Raster(BufferedImage image) {
        this.image = image;
    }

    /** The pixels of a stored drawing; empty where it is none. */
    public static Optional<Raster> ofSvg(String text) {
        try {
            return SvgReader.read(text).map(drawing -> of(drawing.root()));
        } catch (NoDrawing _) {
            return Optional.empty();
        }
    }

    /** The pixels of a stored picture; empty where it is none. */
    public static Optional<Raster> ofPng(byte[] bytes) {
        return PngPicture.read(bytes).map(Raster::of);
    }

    static Raster of(SvgElement root) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        new SvgPainter(root).paint(graphics, SIDE);
        graphics.dispose();
        return new Raster(image);
    }

    static Raster of(BufferedImage picture) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double factor = SIDE / (double) Math.max(picture.getWidth(), picture.getHeight());
        int width = Math.max(1, (int) (picture.getWidth() * factor));
        int height = Math.max(1, (int) (picture.getHeight() * factor));
        graphics.drawImage(picture, (SIDE - width) / 2, (SIDE - height) / 2, width, height, null);
        graphics.dispose();
        return new Raster(image);
    }

    /** The pixels as a PNG picture. */
    public byte[] png() {
        return PngPicture.written(image);
    }

    boolean isBlank() {
        for (int at = 0; at < SIDE * SIDE; at++) {
            if (isDrawn(at)) {
                return false;
            }
        }
        return true;
    }

    /** Whether too much of the logo cannot be told from what lies around it. */
    public boolean vanishesOn(Colour ground) {
        return lost(ground) > MOST_LOST;
    }

    /** Which part of the logo's pixels runs into the ground, from 0 to 1. */
    public double lost(Colour ground) {
        return new Shapes(this, ground).lost();
    }

    boolean isDrawn(int at) {
        return alpha(at) >= HALF;
    }

    /** A pixel as it looks on the ground. */
    Colour over(int at, Colour ground) {
        int argb = argb(at);
        double alpha = alpha(at);
        return new Colour(
                mixed(argb >> 16 & OPAQUE, ground.red(), alpha),
                mixed(argb >> 8 & OPAQUE, ground.green(), alpha),
                mixed(argb & OPAQUE, ground.blue(), alpha));
    }

    private double alpha(int at) {
        return (argb(at) >>> 24) / (double) OPAQUE;
    }

    private static int mixed(int front, int behind, double alpha) {
        return (int) Math.round(front * alpha + behind * (1 - alpha));
    }

    private int argb(int at) {
        return image.getRGB(at % SIDE, at / SIDE);
    }
}
