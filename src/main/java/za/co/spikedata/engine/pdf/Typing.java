package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.pdf.Script.Act;
import za.co.spikedata.engine.pdf.Script.Piece;

/** The characters of one page's glyphs in a copy, and the faces that have them. */
final class Typing {
    private final @Nullable String[] texts;
    private final Map<TextFont, Face> faces;

    /**
     * @param texts what each glyph of the ink says in the copy; null for one that is left out
     * @param faces of every font of the document
     */
    Typing(@Nullable String[] texts, Map<TextFont, Face> faces) {
        this.texts = texts;
        this.faces = faces;
    }

    Face face(TextFont font) {
        Face face = faces.get(font);
        if (face == null) {
            throw new IllegalStateException("Expected a face for every font");
        }
        return face;
    }

    /** Tells the faces what this page needs of them. */
    void need(Script script) {
        for (Act act : script.acts()) {
            switch (act) {
                case Act.Plain _ -> {}
                case Act.Form form -> need(form.content());
                case Act.Shown shown -> {
                    Face face = face(shown.font());
                    for (Piece piece : shown.pieces()) {
                        if (piece instanceof Piece.Mark mark && !isRemoved(mark)) {
                            face.need(sort(mark));
                        }
                    }
                }
            }
        }
    }

    /** Whether anything of a form is in the copy. */
    boolean isSeen(Script script) {
        return script.acts().stream()
                .anyMatch(act ->
                        switch (act) {
                            case Act.Plain _ -> false;
                            case Act.Form form -> isSeen(form.content());
                            case Act.Shown shown ->
                                    shown.pieces().stream()
                                            .anyMatch(piece ->
                                                    piece instanceof Piece.Mark mark
                                                            && !isRemoved(mark));
                        });
    }

    boolean isRemoved(Piece.Mark mark) {
        return mark.ink() != Script.NO_INK && texts[mark.ink()] == null;
    }

    Face.Sort sort(Piece.Mark mark) {
        String text = mark.ink() == Script.NO_INK ? null : texts[mark.ink()];
        String said = text == null ? "" : text;
        return new Face.Sort(said, mark.width(), mark.blank() && said.equals(" "));
    }

    static Map<Face, COSDictionary> fonts(Map<TextFont, Face> faces) throws IOException {
        var fonts = new LinkedHashMap<Face, COSDictionary>();
        for (Face face : new IdentityHashMap<>(faces).values()) {
            face.close();
            fonts.put(face, FaceWriter.write(face));
        }
        return fonts;
    }
}
