package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Place;

/**
 * What a page says of itself, as in "page 2 of 5".
 *
 * @param number counted from 1
 * @param of how many pages there are
 * @param apart it is no part of a text, which may speak of pages of another paper; it may end one
 *     as a name does, with a capital letter
 */
record PageNumber(int number, int of, Place place, boolean apart) {
    private static final List<String> NAMES =
            List.of("page", "bladsy", "seite", "pagina", "página", "ikhasi", "iphepha");

    private static final String NAME = "(?:" + String.join("|", NAMES) + ")";
    private static final String WORD = "(?:of|van|von|de|di|sur)";

    private static final Pattern NUMBERED =
            Pattern.compile(
                    (NAME + "(?:\\s*/\\s*" + NAME + ")?(?:\\s+n[or]\\.?)?\\s*:?")
                            + "\\s*(?<number>\\d{1,4})"
                            + ("\\s*(?:(?<word>" + WORD + "(?:\\s*/\\s*" + WORD + ")?)|/)")
                            + "\\s*(?<of>\\d{1,4})(?![\\p{L}\\d]|[/.,:-]\\d)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Both names, both numbers and what stands between them. */
    private static final int MOST_WORDS = 10;

    /** A page that says more of them says none. */
    private static final int MOST = 8;

    /** What stands this far from other words, in sizes of its letters, is no part of a text. */
    private static final double APART = 1;

    /** All that the page may say, from top to bottom; rows of a table say nothing of pages. */
    static List<PageNumber> in(Page page) {
        var found = new ArrayList<PageNumber>();
        for (Line line : page.lines()) {
            if (!line.figured()) {
                in(page, line, found);
            }
        }
        return List.copyOf(found);
    }

    private static void in(Page page, Line line, List<PageNumber> found) {
        for (int i = 0; i < line.words().size() && found.size() < MOST; i++) {
            if (isNamed(line.words().get(i).text())) {
                at(page, line, i, found);
            }
        }
    }

    private static boolean isNamed(String word) {
        int letters = letters(word);
        for (String name : NAMES) {
            if (word.regionMatches(true, letters, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }

    /** Where the letters of a word begin that may stand in brackets. */
    private static int letters(String word) {
        int at = 0;
        while (at < word.length() && "([-|".indexOf(word.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static void at(Page page, Line line, int word, List<PageNumber> found) {
        List<Word> words = line.words();
        String text =
                words.subList(word, Math.min(word + MOST_WORDS, words.size())).stream()
                        .map(Word::text)
                        .collect(Collectors.joining(" "));
        Matcher matcher = NUMBERED.matcher(text).region(letters(text), text.length());
        if (!matcher.lookingAt()) {
            return;
        }
        boolean before = isApart(words, word);
        long blanks = text.chars().limit(matcher.end()).filter(each -> each == ' ').count();
        boolean opens = before || Character.isUpperCase(text.charAt(letters(text)));
        boolean told = matcher.group("word") != null || before;
        if (told && isCount(matcher.group("number"), matcher.group("of"))) {
            found.add(
                    new PageNumber(
                            Integer.parseInt(matcher.group("number")),
                            Integer.parseInt(matcher.group("of")),
                            new Place(page.number(), line.box()),
                            opens && isApart(words, word + (int) blanks + 1)));
        }
    }

    /**
     * Whether a text ends before a word, or the line does. A mere stroke between two numbers is
     * that of a date as well where it goes on with a text.
     */
    private static boolean isApart(List<Word> words, int word) {
        if (word == 0 || word >= words.size()) {
            return true;
        }
        Word before = words.get(word - 1);
        Word next = words.get(word);
        return next.box().left() - before.box().right() > APART * next.size()
                || !isText(before)
                || !isText(next);
    }

    private static boolean isText(Word word) {
        return word.text().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** The month of a year is none: who writes zeros before a number writes as many digits. */
    private static boolean isCount(String number, String of) {
        boolean even = !number.startsWith("0") || number.length() == of.length();
        int counted = Integer.parseInt(number);
        return even && counted >= 1 && counted <= Integer.parseInt(of);
    }

    boolean follows(PageNumber before) {
        return number == before.number + 1 && of == before.of;
    }
}
