package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;

/** The pages of a document in order, each once, however the tree is knotted. */
final class PageTree {
    private static final int DEEPEST = 64;

    private final List<COSDictionary> pages = new ArrayList<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int most;

    private PageTree(int most) {
        this.most = most;
    }

    /** At most {@code most} + 1 pages, so that one too many can be told. */
    static List<COSDictionary> of(COSDocument document, int most) {
        var tree = new PageTree(most);
        COSDictionary trailer = document.getTrailer();
        COSDictionary catalog = trailer == null ? null : trailer.getCOSDictionary(COSName.ROOT);
        COSDictionary root = catalog == null ? null : catalog.getCOSDictionary(COSName.PAGES);
        if (root != null) {
            tree.walk(root, 0);
        }
        return tree.pages;
    }

    private void walk(COSDictionary node, int depth) {
        if (depth > DEEPEST || pages.size() > most || !seen.add(node)) {
            return;
        }
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids == null) {
            pages.add(node);
            return;
        }
        for (int i = 0; i < kids.size() && pages.size() <= most; i++) {
            if (kids.getObject(i) instanceof COSDictionary kid) {
                walk(kid, depth + 1);
            }
        }
    }
}
