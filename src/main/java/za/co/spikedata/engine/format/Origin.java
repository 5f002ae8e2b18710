package za.co.spikedata.engine.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import za.co.spikedata.engine.model.Authenticity;
import za.co.spikedata.engine.model.Authenticity.Kind;
import za.co.spikedata.engine.model.Authenticity.Signal;

/** What a file says of its making, held against the bank's known originals. */
public record Origin(Optional<String> producer, Optional<String> creator) {
    private static final int NONE = 0;
    private static final int GOOD = 1;
    private static final int WARN = 2;
    private static final int BAD = 3;
    private static final int UNKNOWN = 4;

    /**
     * Signals that together weigh this much make a file a bad one, half as much a good one less so.
     */
    private static final double DOUBTFUL = 1;

    /**
     * @param bank of the one known layout the file is; empty when it is none
     */
    public Authenticity judge(Optional<Bank> bank, List<Signal> signals) {
        String names = (producer.orElse("") + " " + creator.orElse("")).toLowerCase(Locale.ROOT);
        boolean original =
                bank.stream()
                        .flatMap(each -> each.originals().stream())
                        .anyMatch(each -> names.contains(each.toLowerCase(Locale.ROOT)));
        Kind known = Software.kind(producer, creator);
        boolean web = original && known == Kind.BROWSER;
        Kind kind = original && !web ? Kind.ORIGINAL : known;
        double weight = signals.stream().mapToDouble(Signal::weight).sum();
        int score = bank.isEmpty() ? NONE : web ? GOOD : score(kind);
        return new Authenticity(kind, producer, doubted(score, weight), signals);
    }

    /** What the signals leave of a score; without a known layout there is none to lower. */
    private static int doubted(int score, double weight) {
        if (score == NONE || weight < DOUBTFUL / 2) {
            return score;
        }
        if (weight >= DOUBTFUL) {
            return BAD;
        }
        return score == GOOD ? WARN : score;
    }

    private static int score(Kind kind) {
        return switch (kind) {
            case ORIGINAL -> GOOD;
            case BROWSER, READER, PRINT_TO_PDF, LIBRARY, BLANK -> WARN;
            case WRITER -> BAD;
            case UNMATCHED, SCAN, MULTIPLE, UNKNOWN -> UNKNOWN;
        };
    }
}
