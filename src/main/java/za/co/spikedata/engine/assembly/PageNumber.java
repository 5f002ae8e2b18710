package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
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
 */
record PageNumber(int number, int of, Place place) {
    private static final List<String> NAMES =
            List.of("page", "bladsy", "seite", "pagina", "página");

    private static final Pattern NUMBERED =
            Pattern.compile(
                    "\\p{L}+\\s*:?\\s*(\\d{1,4})\\s*(?:of|van|von|de|di|sur|/)\\s*(\\d{1,4})\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The name, its colon, both numbers and the word between them. */
    private static final int MOST_WORDS = 5;

    static Optional<PageNumber> of(Page page) {
        for (Line line : page.lines()) {
            for (int i = 0; i < line.words().size(); i++) {
                Optional<PageNumber> found =
                        isNamed(line.words().get(i).text()) ? at(page, line, i) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(String word) {
        for (String name : NAMES) {
            if (word.regionMatches(true, 0, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<PageNumber> at(Page page, Line line, int word) {
        int end = Math.min(word + MOST_WORDS, line.words().size());
        String text =
                line.words().subList(word, end).stream()
                        .map(Word::text)
                        .collect(Collectors.joining(" "));
        Matcher matcher = NUMBERED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        int of = Integer.parseInt(matcher.group(2));
        return number < 1 || number > of
                ? Optional.empty()
                : Optional.of(new PageNumber(number, of, new Place(page.number(), line.box())));
    }

    boolean follows(PageNumber before) {
        return number == before.number + 1 && of == before.of;
    }
}
