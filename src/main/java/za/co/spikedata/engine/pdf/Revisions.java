package za.co.spikedata.engine.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.model.Authenticity.Sign;

/**
 * What was saved on top of a file's first save: pages whose print it changed. Notes, form fields,
 * signatures and metadata change no print.
 */
final class Revisions {
    private static final int HEAD = 1_024;

    /** A section's end names where the section starts this close before its marker. */
    private static final int TAIL = 64;

    private static final Pattern LINEARIZED =
            Pattern.compile("/Linearized.{0,200}?/L[ ]+(\\d{1,12})", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("startxref\\s+(\\d{1,12})\\s+$");
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.ISO_8859_1);
    private static final Set<COSName> NOT_PRINT =
            Set.of(
                    COSName.PARENT,
                    COSName.ANNOTS,
                    COSName.METADATA,
                    COSName.getPDFName("PieceInfo"),
                    COSName.getPDFName("Thumb"),
                    COSName.B);
    private static final int MOST_NODES = 50_000;

    private final Map<COSObjectKey, Long> offsets;
    private final long end;
    private int nodes;

    private Revisions(Map<COSObjectKey, Long> offsets, long end) {
        this.offsets = offsets;
        this.end = end;
    }

    /**
     * A page whose print was changed.
     *
     * @param number from 1
     */
    record Changed(int number, Sign sign, double weight) {}

    static List<Changed> of(byte[] pdf, COSDocument document, List<COSDictionary> pages) {
        long first = firstEnd(pdf);
        long signed = signedEnd(pdf, document);
        long end = Math.max(first, signed);
        var changed = new ArrayList<Changed>();
        if (first == 0 || first >= pdf.length - TAIL || end >= pdf.length - TAIL) {
            return changed;
        }
        var revisions = new Revisions(document.getXrefTable(), end);
        for (int i = 0; i < pages.size(); i++) {
            Optional<Boolean> replaced = revisions.replaced(pages.get(i));
            if (replaced.isPresent()) {
                Sign sign = signed > 0 ? Sign.CHANGED_AFTER_SIGNING : Sign.SAVED_AGAIN;
                double weight = signed > 0 ? 1 : replaced.get() ? 0.7 : 0.4;
                changed.add(new Changed(i + 1, sign, weight));
            }
        }
        return changed;
    }

    /** Where the first save ends: that of a linearized file has two sections. */
    private static long firstEnd(byte[] pdf) {
        String head = new String(pdf, 0, Math.min(pdf.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher linearized = LINEARIZED.matcher(head);
        if (linearized.find()) {
            return Long.parseLong(linearized.group(1));
        }
        for (int i = 0; i + END.length <= pdf.length; i++) {
            if (pdf[i] == '%'
                    && Arrays.equals(pdf, i, i + END.length, END, 0, END.length)
                    && isSection(pdf, i, Math.max(0, head.indexOf("%PDF-")))) {
                return i + END.length;
            }
        }
        return 0;
    }

    /** A marker inside an attached file names no section of this one. */
    private static boolean isSection(byte[] pdf, int marker, int header) {
        int from = Math.max(0, marker - TAIL);
        Matcher section =
                SECTION.matcher(new String(pdf, from, marker - from, StandardCharsets.ISO_8859_1));
        if (!section.find()) {
            return false;
        }
        long start = Long.parseLong(section.group(1)) + header;
        return start < marker
                && (pdf[(int) start] == 'x'
                        || Character.isDigit(pdf[(int) start])
                        || Character.isWhitespace(pdf[(int) start]));
    }

    /** Where the last signed part ends; 0 when nothing is signed. */
    private static long signedEnd(byte[] pdf, COSDocument document) {
        COSDictionary trailer = document.getTrailer();
        COSDictionary root = trailer == null ? null : trailer.getCOSDictionary(COSName.ROOT);
        COSDictionary form = root == null ? null : root.getCOSDictionary(COSName.ACRO_FORM);
        COSArray fields = form == null ? null : form.getCOSArray(COSName.FIELDS);
        long end = 0;
        for (int i = 0; fields != null && i < Math.min(fields.size(), HEAD); i++) {
            if (fields.getObject(i) instanceof COSDictionary field
                    && COSName.SIG.equals(field.getCOSName(COSName.FT))
                    && field.getCOSDictionary(COSName.V) instanceof COSDictionary value
                    && value.getCOSArray(COSName.BYTERANGE) instanceof COSArray range
                    && range.size() == 4
                    && range.getObject(2) instanceof COSNumber start
                    && range.getObject(3) instanceof COSNumber length) {
                long covered = start.longValue() + length.longValue();
                end = covered > 0 && covered <= pdf.length ? Math.max(end, covered) : end;
            }
        }
        return end;
    }

    /** Nothing when the page's print is as first saved; whether none of its content is left. */
    private Optional<Boolean> replaced(COSDictionary page) {
        COSBase contents = page.getItem(COSName.CONTENTS);
        var pieces = new ArrayList<COSBase>();
        COSBase resolved = contents instanceof COSObject object ? object.getObject() : contents;
        if (resolved instanceof COSArray many) {
            many.forEach(pieces::add);
        } else if (contents != null) {
            pieces.add(contents);
        }
        long later = pieces.stream().filter(this::isLater).count();
        if (later > 0) {
            return Optional.of(later == pieces.size());
        }
        COSBase resources = PageContent.inherited(page, COSName.RESOURCES);
        return hasLaterStream(resources) ? Optional.of(true) : Optional.empty();
    }

    /** Whether a font, form or picture that the page may draw came later. */
    private boolean hasLaterStream(@Nullable COSBase root) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        if (root != null) {
            open.push(root);
        }
        while (!open.isEmpty() && nodes++ < MOST_NODES) {
            COSBase node = open.pop();
            COSBase value = node instanceof COSObject object ? object.getObject() : node;
            if (value == null || !seen.add(value)) {
                continue;
            }
            if (value instanceof COSStream && isLater(node)) {
                return true;
            }
            if (value instanceof COSDictionary dictionary) {
                dictionary.forEach((name, each) -> {
                    if (!NOT_PRINT.contains(name) && each != null) {
                        open.push(each);
                    }
                });
            } else if (value instanceof COSArray array) {
                array.forEach(each -> {
                    if (each != null) {
                        open.push(each);
                    }
                });
            }
        }
        return false;
    }

    private boolean isLater(COSBase reference) {
        return reference instanceof COSObject object
                && object.getKey() != null
                && offset(object.getKey()) > end;
    }

    private long offset(COSObjectKey key) {
        Long offset = offsets.get(key);
        if (offset != null && offset < 0) {
            offset = offsets.get(new COSObjectKey(-offset, 0));
        }
        return offset == null ? 0 : offset;
    }
}
