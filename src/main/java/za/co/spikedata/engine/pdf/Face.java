package za.co.spikedata.engine.pdf;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * A font that stands in for another: as many bytes a code, any character in any width the other
 * has, no program. It holds what the new text needs and no more, in an order that is the
 * alphabet's, so it tells nothing of the text the other font was made for.
 *
 * <p>A font every reader has keeps its own codes; only a character in a width it does not have
 * there takes a code that is left over.
 */
final class Face {
    private static final int SIMPLE_CODES = 256;
    private static final int FIRST_WIDE_CODE = 3;
    private static final int MOST_WIDE_CODES = 1 << 16;

    /** What a code says and how wide it is, in thousandths of the font size. */
    record Sort(String text, double width, boolean blank) {
        static final Comparator<Sort> ALPHABETICAL =
                Comparator.comparing(Sort::text)
                        .thenComparingDouble(Sort::width)
                        .thenComparing(Sort::blank);
    }

    /** More characters in more widths than a font of this kind has codes. */
    static final class Full extends RuntimeException {
        Full() {
            super("Expected fewer characters in one font", null, false, false);
        }
    }

    private final COSDictionary original;
    private final boolean wide;
    private final TextFont.@Nullable Simple own;
    private final SortedSet<Sort> needed = new TreeSet<>(Sort.ALPHABETICAL);
    private final Map<Sort, Integer> codes = new TreeMap<>(Sort.ALPHABETICAL);

    Face(COSDictionary original, TextFont font) {
        this.original = original;
        this.wide = "Type0".equals(original.getNameAsString(COSName.SUBTYPE));
        this.own = font instanceof TextFont.Simple simple && isShared(original) ? simple : null;
    }

    /** Everybody has this font, with these codes. */
    private static boolean isShared(COSDictionary font) {
        COSDictionary descriptor = font.getCOSDictionary(COSName.FONT_DESC);
        COSBase encoding = font.getDictionaryObject(COSName.ENCODING);
        return (descriptor == null || !Fonts.hasProgram(descriptor))
                && (encoding == null || encoding instanceof COSName)
                && !font.containsKey(COSName.TO_UNICODE)
                && !font.containsKey(COSName.WIDTHS)
                && Standard14.named(String.valueOf(font.getNameAsString(COSName.BASE_FONT)))
                        .isPresent();
    }

    boolean isWide() {
        return wide;
    }

    COSDictionary original() {
        return original;
    }

    /** The letters and digits that have this width in a font everybody has; else none. */
    List<String> alike(double width) {
        TextFont.Simple shared = own;
        if (shared == null) {
            return List.of();
        }
        return Arrays.stream(shared.texts())
                .filter(text -> text.length() == 1 && Character.isLetterOrDigit(text.charAt(0)))
                .filter(text -> ownCode(new Sort(text, width, false)).isPresent())
                .distinct()
                .toList();
    }

    void need(Sort sort) {
        needed.add(sort);
    }

    /** Gives every sort its code; nothing more can be needed afterwards. */
    void close() {
        boolean[] taken = new boolean[wide ? MOST_WIDE_CODES : SIMPLE_CODES];
        if (!wide) {
            taken[' '] = true;
        }
        for (Sort sort : needed) {
            Optional<Integer> usual = wide ? Optional.empty() : usualCode(sort);
            usual.filter(code -> sort.blank() || !taken[code])
                    .ifPresent(code -> {
                        taken[code] = true;
                        codes.put(sort, code);
                    });
        }
        int next = wide ? FIRST_WIDE_CODE : 1;
        for (Sort sort : needed) {
            if (codes.containsKey(sort)) {
                continue;
            }
            while (next < taken.length && taken[next]) {
                next++;
            }
            if (next == taken.length || sort.blank()) {
                throw new Full();
            }
            taken[next] = true;
            codes.put(sort, next);
        }
    }

    private Optional<Integer> usualCode(Sort sort) {
        if (sort.blank()) {
            return codes.keySet().stream().anyMatch(Sort::blank)
                    ? Optional.empty()
                    : Optional.of((int) ' ');
        }
        if (own != null) {
            return ownCode(sort);
        }
        return sort.text().length() == 1 && sort.text().charAt(0) < 0x7F
                ? Optional.of((int) sort.text().charAt(0))
                : Optional.empty();
    }

    private Optional<Integer> ownCode(Sort sort) {
        TextFont.Simple shared = own;
        for (int code = 0; shared != null && code < SIMPLE_CODES; code++) {
            boolean blank = code == ' ';
            if (blank == sort.blank()
                    && shared.texts()[code].equals(sort.text())
                    && shared.widths()[code] == sort.width()) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    int code(Sort sort) {
        Integer code = codes.get(sort);
        if (code == null) {
            throw new IllegalStateException("Expected a sort that was needed");
        }
        return code;
    }

    /** The codes by what they say. */
    Map<Sort, Integer> codes() {
        return codes;
    }

    /** No code says or measures anything else than in the original. */
    boolean isUnchanged() {
        return own != null
                && codes.entrySet().stream()
                        .allMatch(each ->
                                ownCode(each.getKey()).filter(each.getValue()::equals).isPresent());
    }

    /** Whether the code says in the original what it says here. */
    boolean isOwn(Sort sort, int code) {
        return ownCode(sort).filter(each -> each == code).isPresent();
    }
}
