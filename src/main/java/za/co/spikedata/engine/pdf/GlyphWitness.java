package za.co.spikedata.engine.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a font says its digits are to how its program, or its glyphs' contents, draw them.
 * People read the drawing, so that is what counts.
 */
final class GlyphWitness {
    /** Programs larger than this, compressed, are left unasked. */
    private static final int MOST_BYTES = 1 << 22;

    private static final COSName[] PROGRAMS = {
        COSName.FONT_FILE2, COSName.FONT_FILE3, COSName.FONT_FILE
    };

    private final Budget budget;
    private final Set<TextFont> misleading = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Procedure, Optional<GlyphShape>> procedures = new HashMap<>();

    /**
     * A glyph's own content.
     *
     * @param space takes the glyph's space to that of text
     */
    private record Procedure(COSStream content, Affine space) {}

    GlyphWitness(Budget budget) {
        this.budget = budget;
    }

    /** The font with its digits as they are drawn; itself where they are as it says. */
    TextFont heard(COSDictionary font, TextFont said) {
        @Nullable String[] texts =
                switch (said) {
                    case TextFont.Simple simple -> simple.texts();
                    case TextFont.Identity identity -> identity.texts();
                    default -> new String[0];
                };
        if (!hasDigit(texts)) {
            return said;
        }
        @Nullable String[] drawn =
                "Type3".equals(font.getNameAsString(COSName.SUBTYPE))
                        ? byProcedures(font, texts)
                        : drawn(font, texts);
        if (drawn.length == 0) {
            return said;
        }
        @Nullable String[] corrected = texts.clone();
        for (int code = 0; code < drawn.length; code++) {
            corrected[code] = drawn[code] != null ? drawn[code] : corrected[code];
        }
        TextFont heard =
                said instanceof TextFont.Identity identity
                        ? new TextFont.Identity(corrected, identity.widths(), identity.usual())
                        : new TextFont.Simple(filled(corrected), ((TextFont.Simple) said).widths());
        misleading.add(heard);
        return heard;
    }

    /** Some digit that this font draws was said to be another. */
    void misled(TextFont font) {
        misleading.add(font);
    }

    /** Whether a font says of some digit that it is another than it draws. */
    boolean isMisleading(TextFont font) {
        return !misleading.isEmpty() && misleading.contains(font);
    }

    private static String[] filled(@Nullable String[] texts) {
        return Arrays.stream(texts).map(text -> text == null ? "" : text).toArray(String[]::new);
    }

    private static boolean hasDigit(@Nullable String[] texts) {
        for (String text : texts) {
            if (digit(text) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int digit(@Nullable String text) {
        return text != null && text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9'
                ? text.charAt(0) - '0'
                : -1;
    }

    /** By code, what is drawn where it differs from what is said; none when all is as said. */
    private @Nullable String[] drawn(COSDictionary font, @Nullable String[] texts) {
        try {
            Optional<byte[]> key = key(font, texts);
            return key.isEmpty()
                    ? new String[0]
                    : FontCache.table("drawn", key.get(), _ -> compared(font, texts));
        } catch (IOException unreadable) {
            return new String[0];
        }
    }

    private @Nullable String[] compared(COSDictionary font, @Nullable String[] texts) {
        try {
            MapCost.check(font, budget);
            PDFont loaded = PDFontFactory.createFont(font);
            return loaded instanceof PDVectorFont shapes
                            && loaded.isEmbedded()
                            && !loaded.isDamaged()
                    ? compared(
                            code ->
                                    Optional.ofNullable(shapes.getPath(code))
                                            .flatMap(GlyphShape::of),
                            texts)
                    : new String[0];
        } catch (IOException | RuntimeException damaged) {
            return new String[0];
        }
    }

    /** The same of a font whose glyphs are contents of their own. */
    private @Nullable String[] byProcedures(COSDictionary font, @Nullable String[] texts) {
        COSDictionary contents = font.getCOSDictionary(COSName.CHAR_PROCS);
        if (contents == null) {
            return new String[0];
        }
        String[] names = Fonts.names(font.getDictionaryObject(COSName.ENCODING));
        Affine space = Affine.of(font.getCOSArray(COSName.FONT_MATRIX));
        try {
            return compared(
                    code ->
                            code < names.length
                                            && contents.getDictionaryObject(
                                                            COSName.getPDFName(names[code]))
                                                    instanceof COSStream content
                                    ? shape(new Procedure(content, space))
                                    : Optional.empty(),
                    texts);
        } catch (IOException | RuntimeException damaged) {
            return new String[0];
        }
    }

    /** Codes and fonts share contents; each is drawn once. */
    private Optional<GlyphShape> shape(Procedure procedure) throws IOException {
        Optional<GlyphShape> known = procedures.get(procedure);
        if (known == null) {
            known =
                    GlyphProcedure.outline(procedure.content, procedure.space, budget)
                            .flatMap(GlyphShape::of);
            procedures.put(procedure, known);
        }
        return known;
    }

    /** What a font draws for a code, if anything. */
    private interface Outlines {
        Optional<GlyphShape> of(int code) throws IOException;
    }

    private static @Nullable String[] compared(Outlines outlines, @Nullable String[] texts)
            throws IOException {
        @Nullable String[] drawn = new String[texts.length];
        int unlike = 0;
        int inked = 0;
        for (int code = 0; code < texts.length; code++) {
            int claimed = digit(texts[code]);
            if (claimed < 0) {
                continue;
            }
            Optional<GlyphShape> shape = outlines.of(code);
            inked += shape.isPresent() ? 1 : 0;
            Optional<Integer> other = shape.flatMap(each -> DrawnDigit.unlike(claimed, each));
            if (other.isPresent()) {
                drawn[code] = String.valueOf(other.get());
                unlike++;
            }
        }
        return unlike > 0 && inked > 0 ? drawn : new String[0];
    }

    /** Everything that decides what a code says and draws; nothing without a program. */
    private static Optional<byte[]> key(COSDictionary font, @Nullable String[] texts)
            throws IOException {
        COSDictionary owner = font;
        if (font.getCOSArray(COSName.DESCENDANT_FONTS) instanceof COSArray descendants
                && descendants.size() > 0
                && descendants.getObject(0) instanceof COSDictionary descendant) {
            owner = descendant;
        }
        COSStream program = program(owner);
        if (program == null || program.getLength() > MOST_BYTES) {
            return Optional.empty();
        }
        var key = new ByteArrayOutputStream();
        try (InputStream in = program.createRawInputStream()) {
            in.transferTo(key);
        }
        if (owner.getDictionaryObject(COSName.CID_TO_GID_MAP) instanceof COSStream map) {
            try (InputStream in = map.createRawInputStream()) {
                in.transferTo(key);
            }
        }
        var said = new StringBuilder();
        for (int code = 0; code < texts.length; code++) {
            if (digit(texts[code]) >= 0) {
                said.append(code).append('=').append(texts[code]).append(' ');
            }
        }
        COSBase encoding = font.getDictionaryObject(COSName.ENCODING);
        for (String name : Fonts.names(encoding)) {
            said.append(name).append(' ');
        }
        COSDictionary descriptor = owner.getCOSDictionary(COSName.FONT_DESC);
        said.append(descriptor == null ? 0 : descriptor.getInt(COSName.FLAGS, 0));
        key.write(said.toString().getBytes(StandardCharsets.UTF_8));
        return Optional.of(key.toByteArray());
    }

    private static @Nullable COSStream program(COSDictionary font) {
        COSDictionary descriptor = font.getCOSDictionary(COSName.FONT_DESC);
        for (COSName name : PROGRAMS) {
            COSStream found = descriptor == null ? null : descriptor.getCOSStream(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
