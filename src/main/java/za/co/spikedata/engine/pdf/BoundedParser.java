package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.encryption.StandardSecurityHandler;
import org.jspecify.annotations.Nullable;

/**
 * PDFBox's parser within a budget. It unfolds streams of objects whole, so each is unfolded here
 * first, to nowhere, and given up when that goes on too long.
 */
final class BoundedParser extends PDFParser {
    private static final String TRAILER = "trailer";

    private final Budget budget;
    private final Set<Long> unlocked = new HashSet<>();

    BoundedParser(byte[] pdf, String password, Budget budget) throws IOException {
        super(
                new CountedFile(pdf, budget),
                password,
                null,
                null,
                IOUtils.createMemoryOnlyStreamCache());
        this.budget = budget;
        // Each is looked at when the file's own table is broken.
        budget.saves(trailers(new String(pdf, StandardCharsets.ISO_8859_1)));
    }

    private static int trailers(String pdf) {
        int count = 0;
        for (int at = pdf.indexOf(TRAILER); at >= 0; at = pdf.indexOf(TRAILER, at + 1)) {
            count++;
        }
        return count;
    }

    /** The file is locked by something else than a password. */
    static final class OtherLock extends IOException {
        OtherLock(IOException cause) {
            super(cause);
        }
    }

    /** The password has characters that none may have (RFC 4013). */
    static final class NoPassword extends IOException {
        NoPassword(IllegalArgumentException cause) {
            super(cause);
        }
    }

    @Override
    protected void initialParse() throws IOException {
        try {
            super.initialParse();
        } catch (InvalidPasswordException locked) {
            throw locked;
        } catch (IllegalArgumentException unfit) {
            throw new NoPassword(unfit);
        } catch (IOException damaged) {
            throw isLockedOtherwise() ? new OtherLock(damaged) : damaged;
        }
    }

    private boolean isLockedOtherwise() {
        COSDictionary trailer = document.getTrailer();
        COSDictionary lock = trailer == null ? null : trailer.getCOSDictionary(COSName.ENCRYPT);
        COSName filter = lock == null ? null : lock.getCOSName(COSName.FILTER);
        return filter != null && !filter.getName().equals(StandardSecurityHandler.FILTER);
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        COSStream stream = super.parseCOSStream(dictionary);
        COSName type = stream.getCOSName(COSName.TYPE);
        if (COSName.XREF.equals(type)) {
            budget.saves(1);
            budget.objects(unfolded(stream) / width(stream.getCOSArray(COSName.W)));
        } else if (COSName.OBJ_STM.equals(type)) {
            budget.objects(Math.clamp(stream.getInt(COSName.N), 0, unfolded(stream)));
        }
        return stream;
    }

    /** A locked file's streams unfold only now. */
    @Override
    protected COSBase parseObjectStreamObject(long number, COSObjectKey key) throws IOException {
        if (securityHandler != null && unlocked.add(number)) {
            unfolded(number);
        }
        COSBase found = super.parseObjectStreamObject(number, key);
        if (found == null) {
            // PDFBox unfolded the stream once more to look for it, and will the next time.
            unfolded(number);
        }
        return found;
    }

    private void unfolded(long number) throws IOException {
        if (document.getObjectFromPool(new COSObjectKey(number, 0)).getObject()
                instanceof COSStream stream) {
            unfolded(stream);
        }
    }

    /** Bytes of one line of a packed table. */
    private static long width(@Nullable COSArray parts) {
        long width = 0;
        for (int i = 0; parts != null && i < parts.size(); i++) {
            width += Math.max(0, parts.getInt(i));
        }
        return Math.max(1, width);
    }

    /** How many bytes are in the stream, which come out of the budget. */
    private long unfolded(COSStream stream) throws IOException {
        try (InputStream in = Decoded.of(stream, budget)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
