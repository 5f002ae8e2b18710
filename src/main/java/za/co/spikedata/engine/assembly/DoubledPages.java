package za.co.spikedata.engine.assembly;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.shape.Sha256;

/** Leaves out pages that print letter for letter, place for place, what a page before them does. */
final class DoubledPages {
    private DoubledPages() {}

    static List<Page> without(List<Page> pages) {
        if (allDiffer(pages)) {
            return pages;
        }
        var kept = new ArrayList<Page>(pages.size());
        Set<ByteBuffer> known = new HashSet<>();
        for (Page page : pages) {
            if (page.lines().isEmpty() || known.add(printed(page))) {
                kept.add(page);
            }
        }
        return kept.size() == pages.size() ? pages : List.copyOf(kept);
    }

    /** Whether no two pages end their lines with the same words, as nearly no two do. */
    private static boolean allDiffer(List<Page> pages) {
        var known = new HashSet<Integer>();
        for (Page page : pages) {
            if (!page.lines().isEmpty() && !known.add(ends(page))) {
                return false;
            }
        }
        return true;
    }

    private static int ends(Page page) {
        int ends = page.lines().size();
        for (Line line : page.lines()) {
            ends = 31 * ends + line.words().getLast().text().hashCode();
        }
        return ends;
    }

    /** What a page prints, in few bytes, wherever the whole of it stands on the paper. */
    private static ByteBuffer printed(Page page) {
        MessageDigest digest = Sha256.fresh();
        Box first = page.lines().getFirst().words().getFirst().box();
        var place = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES);
        for (Line line : page.lines()) {
            for (Word word : line.words()) {
                byte[] text = word.text().getBytes(StandardCharsets.UTF_8);
                place.clear()
                        .putLong(Math.round(word.box().left() - first.left()))
                        .putLong(Math.round(word.box().top() - first.top()))
                        .putInt(text.length);
                digest.update(place.flip());
                digest.update(text);
            }
        }
        return ByteBuffer.wrap(digest.digest());
    }
}
