package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** A page's own content as one stream, and what it inherits from the tree above it. */
final class PageContent {
    private static final int DEEPEST = 64;

    /** Pieces of one page; a statement's have a handful. */
    private static final int MOST_PIECES = 4_096;

    private PageContent() {}

    static InputStream of(COSDictionary page, Budget budget) {
        COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
        var pieces = new ArrayList<COSStream>();
        if (contents instanceof COSStream one) {
            pieces.add(one);
        } else if (contents instanceof COSArray many) {
            for (int i = 0; i < many.size() && pieces.size() < MOST_PIECES; i++) {
                if (many.getObject(i) instanceof COSStream piece) {
                    pieces.add(piece);
                }
            }
        }
        return joined(pieces, budget);
    }

    /** The page's own entry, or the nearest one above it. */
    static COSBase inherited(COSDictionary page, COSName name) {
        COSDictionary node = page;
        for (int i = 0; node != null && i < DEEPEST; i++) {
            COSBase found = node.getDictionaryObject(name);
            if (found != null) {
                return found;
            }
            node = node.getCOSDictionary(COSName.PARENT);
        }
        return new COSArray();
    }

    private static InputStream joined(List<COSStream> pieces, Budget budget) {
        var streams = new ArrayList<InputStream>();
        for (COSStream piece : pieces) {
            streams.add(new Later(piece, budget));
            streams.add(new java.io.ByteArrayInputStream(new byte[] {' '}));
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    /** Opens its piece when it is read; one that cannot be decoded is empty. */
    private static final class Later extends InputStream {
        private final COSStream piece;
        private final Budget budget;
        private InputStream open = InputStream.nullInputStream();
        private boolean opened;

        Later(COSStream piece, Budget budget) {
            this.piece = piece;
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (!opened) {
                opened = true;
                try {
                    open = Decoded.of(piece, budget);
                } catch (IOException undecodable) {
                    return -1;
                }
            }
            return open.read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            open.close();
        }
    }
}
