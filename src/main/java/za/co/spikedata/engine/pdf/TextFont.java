package za.co.spikedata.engine.pdf;

/** What a font says of its codes: their characters and their widths. */
interface TextFont {
    /** Hears of each glyph of a shown string. */
    interface Glyphs {
        /**
         * @param text empty when the file does not tell the character
         * @param width in thousandths of the font size
         * @param blank the code is a single byte 32, which word spacing widens
         */
        void glyph(String text, double width, boolean blank);
    }

    void show(byte[] bytes, int from, int to, Glyphs glyphs);

    /** Codes of one byte. */
    record Simple(String[] texts, float[] widths) implements TextFont {
        @Override
        public void show(byte[] bytes, int from, int to, Glyphs glyphs) {
            for (int i = from; i < to; i++) {
                int code = bytes[i] & 0xFF;
                glyphs.glyph(texts[code], widths[code], code == ' ');
            }
        }
    }

    /** Codes of two bytes that are glyph ids. */
    record Identity(String[] texts, float[] widths, float usual) implements TextFont {
        @Override
        public void show(byte[] bytes, int from, int to, Glyphs glyphs) {
            for (int i = from; i + 1 < to; i += 2) {
                int code = (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF;
                String text = code < texts.length && texts[code] != null ? texts[code] : "";
                float width = code < widths.length && widths[code] >= 0 ? widths[code] : usual;
                glyphs.glyph(text, width, false);
            }
        }
    }
}
