package za.co.spikedata.engine.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
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

    /** Whether the page names a piece of content that the file does not hold. */
    static boolean isLost(COSDictionary page) {
        COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
        if (!(contents instanceof COSArray many)) {
            return contents == null && page.getItem(COSName.CONTENTS) instanceof COSObject;
        }
        for (int i = 0; i < many.size() && i < MOST_PIECES; i++) {
            if (many.get(i) instanceof COSObject && many.getObject(i) == null) {
                return true;
            }
        }
        return false;
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

    /** Each piece is opened when the one before it is read; a blank parts two. */
    private static InputStream joined(List<COSStream> pieces, Budget budget) {
        Iterator<COSStream> left = pieces.iterator();
        return new SequenceInputStream(
                new Enumeration<InputStream>() {
                    @Override
                    public boolean hasMoreElements() {
                        return left.hasNext();
                    }

                    @Override
                    public InputStream nextElement() {
                        var blank = new ByteArrayInputStream(new byte[] {' '});
                        return new SequenceInputStream(opened(left.next(), budget), blank);
                    }
                });
    }

    /** A piece that cannot be decoded is empty. */
    private static InputStream opened(COSStream piece, Budget budget) {
        try {
            return Decoded.of(piece, budget);
        } catch (IOException undecodable) {
            return InputStream.nullInputStream();
        }
    }
}
