package za.co.spikedata.engine.tamper;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.engine.tamper.Forgery.AMOUNT;
import static za.co.spikedata.engine.tamper.Forgery.baseline;
import static za.co.spikedata.engine.tamper.Forgery.box;
import static za.co.spikedata.engine.tamper.Forgery.only;
import static za.co.spikedata.engine.tamper.Forgery.signs;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDShadingPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShadingType2;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.bench.hostile.RawPdf;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;

class UnseenTextTest {
    private static final int ROW = 5;

    /** A way to print an amount that nobody sees. */
    private record Trick(String name, Print print) {
        private interface Print {
            void amount(PDPageContentStream stream, Forgery forgery) throws IOException;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Trick> tricks() {
        return Stream.of(
                new Trick(
                        "undrawn",
                        (stream, forgery) -> {
                            stream.setRenderingMode(RenderingMode.NEITHER);
                            amount(stream, forgery);
                            stream.setRenderingMode(RenderingMode.FILL);
                        }),
                new Trick(
                        "white",
                        (stream, forgery) -> {
                            stream.setNonStrokingColor(Color.WHITE);
                            amount(stream, forgery);
                            stream.setNonStrokingColor(Color.BLACK);
                        }),
                new Trick(
                        "nearly white",
                        (stream, forgery) -> {
                            stream.setNonStrokingColor(new Color(0xFAFAFA));
                            amount(stream, forgery);
                            stream.setNonStrokingColor(Color.BLACK);
                        }),
                new Trick(
                        "grey on grey",
                        (stream, forgery) -> {
                            box(stream, Color.GRAY, 300, baseline(ROW), 150);
                            stream.setNonStrokingColor(Color.GRAY);
                            amount(stream, forgery);
                            stream.setNonStrokingColor(Color.BLACK);
                        }),
                new Trick(
                        "transparent",
                        (stream, forgery) -> {
                            var clear = new PDExtendedGraphicsState();
                            clear.setNonStrokingAlphaConstant(0f);
                            stream.saveGraphicsState();
                            stream.setGraphicsStateParameters(clear);
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "lost in a blend that leaves paper white",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.setGraphicsStateParameters(blending(BlendMode.SCREEN));
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "lost in a blend that holds after a mask",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.setGraphicsStateParameters(blending(BlendMode.SCREEN));
                            stream.setGraphicsStateParameters(masked(forgery));
                            stream.setGraphicsStateParameters(unmasked());
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "lost in a blend that was set within a mask",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.setGraphicsStateParameters(masked(forgery));
                            stream.setGraphicsStateParameters(blending(BlendMode.LIGHTEN));
                            stream.setGraphicsStateParameters(unmasked());
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "lost in the blend screen on a grey row",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            box(stream, new Color(0xDDDDDD), 300, baseline(ROW), 150);
                            stream.setNonStrokingColor(Color.BLACK);
                            stream.setGraphicsStateParameters(blending(BlendMode.SCREEN));
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "lost in the blend lighten on a grey row",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            box(stream, new Color(0xDDDDDD), 300, baseline(ROW), 150);
                            stream.setNonStrokingColor(Color.BLACK);
                            stream.setGraphicsStateParameters(blending(BlendMode.LIGHTEN));
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "lost in the blend color dodge on a grey row",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            box(stream, new Color(0xDDDDDD), 300, baseline(ROW), 150);
                            stream.setNonStrokingColor(Color.BLACK);
                            stream.setGraphicsStateParameters(blending(BlendMode.COLOR_DODGE));
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "lost in the blend difference on a grey row",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            box(stream, new Color(0xDDDDDD), 300, baseline(ROW), 150);
                            stream.setNonStrokingColor(Color.BLACK);
                            stream.setGraphicsStateParameters(blending(BlendMode.DIFFERENCE));
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "lost in the blend exclusion on a grey row",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            box(stream, new Color(0xDDDDDD), 300, baseline(ROW), 150);
                            stream.setNonStrokingColor(Color.BLACK);
                            stream.setGraphicsStateParameters(blending(BlendMode.EXCLUSION));
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "lost in the blend color on a grey row",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            box(stream, new Color(0xDDDDDD), 300, baseline(ROW), 150);
                            stream.setNonStrokingColor(Color.BLACK);
                            stream.setGraphicsStateParameters(blending(BlendMode.COLOR));
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "covered with white that lightens",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            stream.saveGraphicsState();
                            stream.setGraphicsStateParameters(blending(BlendMode.LIGHTEN));
                            box(stream, Color.WHITE, 300, baseline(ROW), 120);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "cut off",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.addRect(10, 10, 20, 20);
                            stream.clip();
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "cut out between two parts of a clip",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.addRect(0, 0, 595, baseline(ROW) - 4);
                            stream.addRect(0, baseline(ROW) + 10, 595, 300);
                            stream.clip();
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "in a hole of a clip",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.addRect(0, 0, 595, 842);
                            stream.addRect(300, baseline(ROW) - 3, 150, 14);
                            stream.clipEvenOdd();
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "outside letters that are a clip",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.setRenderingMode(RenderingMode.NEITHER_CLIP);
                            forgery.text(stream, 20, 20, "x");
                            stream.setRenderingMode(RenderingMode.FILL);
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "a mere clip",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.setRenderingMode(RenderingMode.NEITHER_CLIP);
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "covered with paint",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            box(stream, Color.WHITE, 300, baseline(ROW), 120);
                        }),
                new Trick(
                        "covered by a broad line",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            stream.setLineWidth(12);
                            stream.moveTo(300, baseline(ROW) + 3);
                            stream.lineTo(430, baseline(ROW) + 3);
                            stream.stroke();
                        }),
                new Trick(
                        "pressed flat",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.transform(new Matrix(1, 0, 0, 0.01f, 0, baseline(ROW) * 0.99f));
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "covered by a shape with round corners",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            float low = baseline(ROW) - 3;
                            stream.setNonStrokingColor(Color.WHITE);
                            stream.moveTo(302, low);
                            stream.lineTo(428, low);
                            stream.curveTo(430, low, 430, low, 430, low + 2);
                            stream.lineTo(430, low + 12);
                            stream.lineTo(300, low + 12);
                            stream.lineTo(300, low + 2);
                            stream.curveTo(300, low, 300, low, 302, low);
                            stream.fill();
                            stream.setNonStrokingColor(Color.BLACK);
                        }),
                new Trick(
                        "covered by a picture within the content",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            stream.drawImage(
                                    new PDInlineImage(inline(), new byte[] {-1}, new PDResources()),
                                    300,
                                    baseline(ROW) - 3,
                                    130,
                                    13);
                        }),
                new Trick(
                        "covered by a note that somebody stuck on",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            stick(forgery, new PDAnnotationRubberStamp(), true);
                        }),
                new Trick(
                        "covered by a square without a look of its own",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            var square = new PDAnnotationSquare();
                            square.setInteriorColor(
                                    new PDColor(new float[] {1, 1, 1}, PDDeviceRGB.INSTANCE));
                            stick(forgery, square, false);
                        }),
                new Trick(
                        "covered by tiles of a pattern",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            laid(stream, tiles(forgery, 2, 2));
                        }),
                new Trick(
                        "covered by a tile after many that cover nothing",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            stream.setNonStrokingColor(tiles(forgery, 400, 400));
                            for (int i = 0; i < 600; i++) {
                                stream.addRect(4 + i % 4 * 5, 4 + i / 4 * 5, 4, 4);
                                stream.fill();
                            }
                            laid(stream, tiles(forgery, 400, 400));
                        }),
                new Trick(
                        "covered by one large tile",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            laid(stream, tiles(forgery, 400, 400));
                        }),
                new Trick(
                        "covered by shades as a pattern",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            laid(stream, shades(forgery));
                        }),
                new Trick(
                        "covered by shades",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            stream.saveGraphicsState();
                            stream.addRect(300, baseline(ROW) - 3, 130, 13);
                            stream.clip();
                            stream.shadingFill(shading());
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "covered by round shades",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            stream.saveGraphicsState();
                            stream.addRect(300, baseline(ROW) - 3, 130, 13);
                            stream.clip();
                            stream.shadingFill(round(365, 80));
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "covered by round shades as a pattern",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            laid(stream, shades(forgery, round(365, 80)));
                        }),
                new Trick(
                        "covered by shades of a place",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            float low = baseline(ROW) - 3;
                            stream.shadingFill(shading(1, "Domain", 300, 430, low, low + 13));
                        }),
                new Trick(
                        "covered by shades with two ends",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            float at = baseline(ROW);
                            PDShading slanted = shading(2, "Coords", 290, at, 440, at + 20);
                            laid(stream, shades(forgery, slanted));
                        }),
                new Trick(
                        "covered behind thousands of areas",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            for (int i = 0; i < 20_000; i++) {
                                stream.addRect(4 + i % 4 * 5, 4 + i / 4 % 4 * 5, 4, 4);
                                stream.fill();
                            }
                            stream.setNonStrokingColor(Color.WHITE);
                            stream.addRect(300, baseline(ROW) - 3, 130, 13);
                            stream.fill();
                            stream.setNonStrokingColor(Color.BLACK);
                        }),
                new Trick(
                        "covered by a picture",
                        (stream, forgery) -> {
                            amount(stream, forgery);
                            var picture = new BufferedImage(8, 2, BufferedImage.TYPE_INT_RGB);
                            stream.drawImage(
                                    LosslessFactory.createFromImage(forgery.document, picture),
                                    300,
                                    baseline(ROW) - 3,
                                    130,
                                    13);
                        }));
    }

    @ParameterizedTest(name = "UPL-15 proves nothing and is told: {0}")
    @MethodSource("tricks")
    void provesNothingAndIsTold(Trick trick) throws IOException {
        try (var forgery = new Forgery().leaving(ROW)) {
            var read = forgery.above(stream -> trick.print().amount(stream, forgery)).read();

            assertThat(read.verdict()).isNotEqualTo(Verdict.PROVEN);
            assertThat(read.authenticity().signals())
                    .singleElement()
                    .satisfies(signal -> {
                        assertThat(signal.sign()).isIn(Sign.HIDDEN_TEXT, Sign.COVERED_TEXT);
                        var box = signal.place().orElseThrow().box();
                        assertThat(box.right()).isBetween(AMOUNT - 1.0, AMOUNT + 1.0);
                        assertThat(box.bottom())
                                .isBetween(Forgery.fromTop(ROW) - 1, Forgery.fromTop(ROW) + 1);
                    });
        }
    }

    @Test
    void whatIsPrintedOverACoveredFigureCounts() throws IOException {
        try (var forgery = new Forgery()) {
            ReadResult.Read read =
                    forgery.above(
                                    stream -> {
                                        box(stream, Color.WHITE, 340, baseline(ROW), 62);
                                        forgery.textUpTo(
                                                stream, AMOUNT, baseline(ROW), "-9,876.54");
                                    })
                            .read();

            assertThat(only(read).transactions().get(ROW).amount().cents()).isEqualTo(-987_654);
            assertThat(read.verdict()).isEqualTo(Verdict.CONTRADICTED);
            assertThat(signs(read)).containsExactly(Sign.COVERED_TEXT);
            assertThat(read.authenticity().signals().getFirst().weight()).isEqualTo(1);
        }
    }

    static Stream<Trick> doubts() {
        return Stream.of(
                new Trick(
                        "through a mask",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.setGraphicsStateParameters(masked(forgery));
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "in a blend that viewers show differently",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.setGraphicsStateParameters(blending(BlendMode.COLOR_BURN));
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "in lines with a pattern",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.setRenderingMode(RenderingMode.STROKE);
                            stream.setStrokingColor(pattern(forgery));
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }),
                new Trick(
                        "with a pattern",
                        (stream, forgery) -> {
                            stream.saveGraphicsState();
                            stream.setNonStrokingColor(pattern(forgery));
                            amount(stream, forgery);
                            stream.restoreGraphicsState();
                        }));
    }

    @ParameterizedTest(name = "UPL-15 is told where no colour tells whether it is seen: {0}")
    @MethodSource("doubts")
    void isToldWhereNoColourTells(Trick trick) throws IOException {
        try (var forgery = new Forgery().leaving(ROW)) {
            var read = forgery.above(stream -> trick.print().amount(stream, forgery)).read();

            assertThat(only(read).transactions()).hasSize(Forgery.ROWS);
            assertThat(signs(read)).containsExactly(Sign.HIDDEN_TEXT);
            assertThat(read.authenticity().signals().getFirst().weight())
                    .isGreaterThanOrEqualTo(0.5);
        }
    }

    @Test
    void blendsThatDarkenHideNothing() throws IOException {
        try (var forgery = new Forgery().leaving(ROW)) {
            var read =
                    forgery.above(
                                    stream -> {
                                        stream.setGraphicsStateParameters(
                                                blending(BlendMode.MULTIPLY));
                                        amount(stream, forgery);
                                        box(stream, Color.WHITE, 300, baseline(ROW), 120);
                                    })
                            .read();

            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(signs(read)).isEmpty();
        }
    }

    @Test
    void whiteThatIsTurnedBlackIsSeen() throws IOException {
        try (var forgery = new Forgery().leaving(ROW)) {
            var read =
                    forgery.above(
                                    stream -> {
                                        stream.setNonStrokingColor(Color.WHITE);
                                        stream.setGraphicsStateParameters(
                                                blending(BlendMode.DIFFERENCE));
                                        amount(stream, forgery);
                                    })
                            .read();

            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(signs(read)).isEmpty();
        }
    }

    private static PDExtendedGraphicsState masked(Forgery forgery) {
        var mask = new COSDictionary();
        mask.setItem(COSName.S, COSName.getPDFName("Luminosity"));
        mask.setItem(COSName.G, new PDAppearanceStream(forgery.document).getCOSObject());
        var masked = new PDExtendedGraphicsState();
        masked.getCOSObject().setItem(COSName.SMASK, mask);
        return masked;
    }

    private static PDExtendedGraphicsState unmasked() {
        var unmasked = new PDExtendedGraphicsState();
        unmasked.getCOSObject().setItem(COSName.SMASK, COSName.NONE);
        return unmasked;
    }

    private static PDColor pattern(Forgery forgery) {
        var pattern = new PDTilingPattern();
        pattern.setPaintType(PDTilingPattern.PAINT_COLORED);
        pattern.setBBox(new PDRectangle(4, 4));
        pattern.setXStep(4);
        pattern.setYStep(4);
        pattern.setResources(new PDResources());
        return new PDColor(forgery.page.getResources().add(pattern), new PDPattern(null));
    }

    /** White tiles on one another's edges, as wide and as high as told. */
    private static PDColor tiles(Forgery forgery, float wide, float high) throws IOException {
        return tiling(forgery, wide, high, "1 g 0 0 %s %s re f".formatted(wide, high));
    }

    /** Thin lines far apart. */
    private static PDColor hatching(Forgery forgery, float apart) throws IOException {
        return tiling(forgery, apart, apart, "0.5 g 0 0 %s %s re f".formatted(apart / 10, apart));
    }

    private static PDColor tiling(Forgery forgery, float wide, float high, String drawn)
            throws IOException {
        var pattern = new PDTilingPattern();
        pattern.setPaintType(PDTilingPattern.PAINT_COLORED);
        pattern.setBBox(new PDRectangle(wide, high));
        pattern.setXStep(wide);
        pattern.setYStep(high);
        pattern.setResources(new PDResources());
        try (var out = ((COSStream) pattern.getCOSObject()).createOutputStream()) {
            out.write(drawn.getBytes(StandardCharsets.US_ASCII));
        }
        return new PDColor(forgery.page.getResources().add(pattern), new PDPattern(null));
    }

    private static PDColor shades(Forgery forgery) throws IOException {
        return shades(forgery, shading());
    }

    private static PDColor shades(Forgery forgery, PDShading shading) throws IOException {
        var pattern = new PDShadingPattern();
        pattern.setShading(shading);
        return new PDColor(forgery.page.getResources().add(pattern), new PDPattern(null));
    }

    /** Shades that end where they are told to. */
    private static PDShading shading(int type, String name, float... numbers) throws IOException {
        PDShading shading = PDShading.create(shading().getCOSObject());
        shading.getCOSObject().removeItem(COSName.EXTEND);
        shading.getCOSObject().removeItem(COSName.COORDS);
        shading.setShadingType(type);
        var array = new COSArray();
        array.setFloatArray(numbers);
        shading.getCOSObject().setItem(COSName.getPDFName(name), array);
        return PDShading.create(shading.getCOSObject());
    }

    private static PDShading round(float middle, float radius) throws IOException {
        float at = baseline(ROW);
        return shading(3, "Coords", middle, at, 0, middle, at, radius);
    }

    static List<PDShading> shadesBeside() throws IOException {
        float at = baseline(ROW);
        PDShading boxed = shading();
        boxed.setBBox(new PDRectangle(10, 10));
        return List.of(
                shading(1, "Domain", 10, 20, at, at + 13),
                shading(2, "Coords", 10, 0, 20, 0),
                round(20, 9),
                shading(3, "Coords", 365, at, 80, 365, at, 90),
                boxed);
    }

    @ParameterizedTest
    @MethodSource("shadesBeside")
    void shadesThatEndBesideFiguresHideNothing(PDShading beside) throws IOException {
        try (var forgery = new Forgery()) {
            var read = forgery.above(stream -> stream.shadingFill(beside)).read();

            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(signs(read)).isEmpty();
        }
    }

    private static PDShadingType2 shading() {
        var function = new COSDictionary();
        function.setInt(COSName.FUNCTION_TYPE, 2);
        function.setItem(COSName.DOMAIN, COSArray.ofCOSIntegers(List.of(0, 1)));
        function.setInt(COSName.N, 1);
        var shading = new PDShadingType2(new COSDictionary());
        shading.setShadingType(2);
        shading.setColorSpace(PDDeviceGray.INSTANCE);
        shading.setCoords(COSArray.ofCOSIntegers(List.of(0, 0, 100, 0)));
        shading.getCOSObject().setItem(COSName.FUNCTION, function);
        var extend = new COSArray();
        extend.add(COSBoolean.TRUE);
        extend.add(COSBoolean.TRUE);
        shading.setExtend(extend);
        return shading;
    }

    private static void laid(PDPageContentStream stream, PDColor color) throws IOException {
        stream.setNonStrokingColor(color);
        stream.addRect(300, baseline(ROW) - 3, 130, 13);
        stream.fill();
        stream.setNonStrokingColor(Color.BLACK);
    }

    @ParameterizedTest
    @ValueSource(floats = {3, 30})
    void hatchingHidesNothing(float apart) throws IOException {
        try (var forgery = new Forgery()) {
            var read =
                    forgery.above(
                                    stream -> {
                                        laid(stream, hatching(forgery, apart));
                                        laid(stream, pattern(forgery));
                                    })
                            .read();

            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(signs(read)).isEmpty();
        }
    }

    @Test
    void patternsBelowFiguresHideNothing() throws IOException {
        try (var forgery = new Forgery()) {
            var read =
                    forgery.below(
                                    stream -> {
                                        laid(stream, tiles(forgery, 2, 2));
                                        laid(stream, tiles(forgery, 400, 400));
                                        laid(stream, shades(forgery));
                                    })
                            .read();

            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(signs(read)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/L Do, Q",
        "/L Do, /OC /Off BDC",
        "/L Do, 0 0 9 9 re W",
        "/L Do, BT /F 9 Tf 7 Tr (x) Tj",
        "/Pattern cs /L scn 40 810 4 4 re f 0 g, Q",
        "/Pattern cs /L scn 40 810 4 4 re f 0 g, /OC /Off BDC",
        "/Pattern cs /L scn 40 810 4 4 re f 0 g, 0 0 9 9 re W"
    })
    void whatAFormOrATileLeavesOpenEndsWithIt(String drawn, String leaking) {
        String resources = "/Resources<</Font<</F 5 0 R>>/Properties<</Off 8 0 R>>>>";
        byte[] pdf =
                RawPdf.statement()
                        .put(
                                1,
                                "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[8 0 R]/D<</OFF[8 0"
                                        + " R]>>>>>>")
                        .change(3, "/X 6 0 R>>", "/L 7 0 R>>/Pattern<</L 7 0 R>>")
                        .put(8, "<</Type/OCG/Name(a)>>")
                        .stream(
                                7,
                                "/Subtype/Form/BBox[0 0 9 9]/PatternType 1/PaintType 1/TilingType"
                                        + " 1/XStep 9/YStep 9"
                                        + resources,
                                leaking)
                        .stream(
                                4,
                                "",
                                "1 0 0 1 9000 0 cm q 1 0 0 1 -9000 0 cm q BT /F 9 Tf 1 0 0 1 40"
                                        + " 810 Tm (ab) Tj ET "
                                        + drawn
                                        + " Q n BT ET "
                                        + RawPdf.content())
                        .bytes();

        var read = Forgery.read(pdf);

        assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(signs(read)).isEmpty();
    }

    private static PDExtendedGraphicsState blending(BlendMode mode) {
        var state = new PDExtendedGraphicsState();
        state.setBlendMode(mode);
        return state;
    }

    @Test
    void textOnColouredGroundIsSeen() throws IOException {
        try (var forgery = new Forgery().leaving(ROW)) {
            var read =
                    forgery.above(
                                    stream -> {
                                        box(stream, new Color(0x103060), 300, baseline(ROW), 150);
                                        stream.setNonStrokingColor(Color.WHITE);
                                        amount(stream, forgery);
                                    })
                            .read();

            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(signs(read)).isEmpty();
        }
    }

    @Test
    void whatIsLaidLightlyOverFiguresHidesNothing() throws IOException {
        try (var forgery = new Forgery()) {
            var read =
                    forgery.above(
                                    stream -> {
                                        var light = new PDExtendedGraphicsState();
                                        light.setNonStrokingAlphaConstant(0.3f);
                                        stream.setGraphicsStateParameters(light);
                                        box(stream, Color.YELLOW, 300, baseline(ROW), 150);
                                        stream.setNonStrokingColor(Color.RED);
                                        stream.addRect(40, 300, 500, 500);
                                        stream.addRect(50, 310, 480, 480);
                                        stream.fillEvenOdd();
                                    })
                            .read();

            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(signs(read)).isEmpty();
        }
    }

    @Test
    void hiddenWordsAreLeftOutQuietly() throws IOException {
        try (var forgery = new Forgery()) {
            var read =
                    forgery.above(
                                    stream -> {
                                        stream.setNonStrokingColor(Color.WHITE);
                                        forgery.text(stream, 220, baseline(ROW), "MAILER 77");
                                    })
                            .read();

            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(only(read).transactions().get(ROW).description())
                    .isEqualTo(List.of("Card purchase shop F"));
            assertThat(signs(read)).isEmpty();
        }
    }

    @Test
    void theTextLayerOfAScanIsReadAndProvesNothing() throws IOException {
        try (var forgery = new Forgery()) {
            var read =
                    forgery.below(
                                    stream -> {
                                        var scan =
                                                new BufferedImage(
                                                        60, 84, BufferedImage.TYPE_INT_RGB);
                                        stream.drawImage(
                                                LosslessFactory.createFromImage(
                                                        forgery.document, scan),
                                                0,
                                                0,
                                                595,
                                                842);
                                        stream.setRenderingMode(RenderingMode.NEITHER);
                                    })
                            .read();

            assertThat(only(read).transactions()).hasSize(Forgery.ROWS);
            assertThat(read.verdict()).isEqualTo(Verdict.UNPROVEN);
            assertThat(signs(read)).isEmpty();
        }
    }

    @Test
    void textInOnePartOfAClipIsSeen() throws IOException {
        try (var forgery = new Forgery()) {
            var read =
                    forgery.below(
                                    stream -> {
                                        stream.addRect(0, 500, 595, 342);
                                        stream.addRect(0, 0, 595, 500);
                                        stream.clip();
                                    })
                            .read();

            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(signs(read)).isEmpty();
        }
    }

    @Test
    void notesThatHideNothingAreLeftAlone() throws IOException {
        try (var forgery = new Forgery()) {
            var read =
                    forgery.above(
                                    stream -> {
                                        var hidden = new PDAnnotationRubberStamp();
                                        hidden.setHidden(true);
                                        stick(forgery, hidden, true);
                                        stick(forgery, new PDAnnotationLink(), false);
                                        stick(forgery, new PDAnnotationSquare(), false);
                                    })
                            .read();

            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(signs(read)).isEmpty();
        }
    }

    private static COSDictionary inline() {
        var parameters = new COSDictionary();
        parameters.setInt(COSName.W, 1);
        parameters.setInt(COSName.H, 1);
        parameters.setInt(COSName.BPC, 8);
        parameters.setItem(COSName.CS, COSName.G);
        return parameters;
    }

    /** Lays an annotation over the amount, white and with another figure in it if painted. */
    private static void stick(Forgery forgery, PDAnnotation annotation, boolean painted)
            throws IOException {
        annotation.setRectangle(new PDRectangle(300, baseline(ROW) - 3, 130, 13));
        if (painted) {
            var look = new PDAppearanceStream(forgery.document);
            look.setBBox(new PDRectangle(0, 0, 260, 26));
            look.setResources(new PDResources());
            try (var stream = new PDPageContentStream(forgery.document, look)) {
                stream.setNonStrokingColor(Color.WHITE);
                stream.addRect(0, 0, 260, 26);
                stream.fill();
                stream.setNonStrokingColor(Color.BLACK);
                forgery.text(stream, 150, 8, "-9,999.99");
            }
            annotation.setAppearance(new PDAppearanceDictionary());
            annotation.getAppearance().setNormalAppearance(look);
        }
        forgery.page.setAnnotations(
                Stream.concat(forgery.page.getAnnotations().stream(), Stream.of(annotation))
                        .toList());
    }

    private static void amount(PDPageContentStream stream, Forgery forgery) throws IOException {
        forgery.textUpTo(stream, AMOUNT, baseline(ROW), forgery.amount(ROW));
    }
}
