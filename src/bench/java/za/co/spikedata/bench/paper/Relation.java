package za.co.spikedata.bench.paper;

import java.util.List;
import java.util.function.UnaryOperator;
import za.co.spikedata.bench.paper.Conventions.Amounts;
import za.co.spikedata.bench.paper.Conventions.Balance;
import za.co.spikedata.bench.paper.Conventions.Dates;
import za.co.spikedata.bench.paper.Conventions.Fee;
import za.co.spikedata.bench.paper.Conventions.Page;

/** A change of a paper after which its rows must read as before. */
public enum Relation {
    TRANSLATE,
    SCALE,
    REORDER_COLUMNS,
    RENAME_HEADINGS,
    DOUBLE_HEADINGS,
    SPLIT_AMOUNTS,
    CHANGE_DATES,
    REVERSE_ROWS;

    /** One paper before and after the change. */
    public record Drawn(RandomPaper.Drawn before, RandomPaper.Drawn after) {}

    private static final List<Language> OFFICIAL =
            List.of(
                    Language.AFRIKAANS,
                    Language.ZULU,
                    Language.XHOSA,
                    Language.SOTHO,
                    Language.TSWANA,
                    Language.PEDI,
                    Language.TSONGA,
                    Language.SWATI,
                    Language.VENDA,
                    Language.NDEBELE);

    private static final List<Dates> STYLES =
            List.of(
                    Dates.ISO,
                    Dates.SLASHED,
                    Dates.DOTTED,
                    Dates.NAMED,
                    Dates.SLASHED_YEAR_FIRST,
                    Dates.MONTH_NAME_FIRST);

    /** The rows are printed the other way round. */
    public boolean reverses() {
        return this == REVERSE_ROWS;
    }

    /** The first papers from a seed on that have what this relation changes. */
    public Drawn draw(long seed) {
        long at = seed;
        while (!fits(at)) {
            at += STRIDE;
        }
        long fitting = at;
        return new Drawn(
                RandomPaper.draw(fitting, how -> how.in(before(how.look()))),
                RandomPaper.draw(fitting, how -> how.in(after(fitting).apply(before(how.look())))));
    }

    /** Seeds tried for another are this far apart, so that two never meet. */
    private static final long STRIDE = 1_000_003;

    private boolean fits(long seed) {
        Conventions how = Conventions.random(new java.util.Random(seed));
        boolean roomy = how.fee() == Fee.NONE && !how.references() && how.size() <= 8;
        return switch (this) {
            case TRANSLATE, SCALE -> true;
            case CHANGE_DATES -> !how.times() && !how.dateOnceADay();
            case RENAME_HEADINGS, DOUBLE_HEADINGS -> how.headings() && roomy;
            case REORDER_COLUMNS, SPLIT_AMOUNTS -> roomy && how.page() != Page.TWO_TABLES;
            case REVERSE_ROWS ->
                    how.balance() == Balance.EVERY_ROW
                            && !how.dateOnceADay()
                            && !how.zeroMemos()
                            && how.fee() == Fee.NONE;
        };
    }

    private Look before(Look look) {
        Look upright = look.on(Page.UPRIGHT);
        return switch (this) {
            case TRANSLATE, SCALE -> upright;
            case CHANGE_DATES -> upright.with(Dates.SLASHED);
            case RENAME_HEADINGS, DOUBLE_HEADINGS -> upright.in(Language.ENGLISH);
            case REORDER_COLUMNS -> upright.with(Amounts.OUT_IN);
            case SPLIT_AMOUNTS -> upright.with(Amounts.ONE_COLUMN);
            case REVERSE_ROWS -> upright.ordered(false);
        };
    }

    private UnaryOperator<Look> after(long seed) {
        return switch (this) {
            case TRANSLATE -> look -> look.on(Page.SHIFTED);
            case SCALE -> look -> look.on(Page.SCALED);
            case CHANGE_DATES -> look -> look.with(pick(STYLES, seed));
            case RENAME_HEADINGS -> look -> look.in(pick(OFFICIAL, seed));
            case DOUBLE_HEADINGS -> look -> look.in(Language.BILINGUAL);
            case REORDER_COLUMNS -> look -> look.with(Amounts.IN_OUT);
            case SPLIT_AMOUNTS -> look -> look.with(Amounts.OUT_IN);
            case REVERSE_ROWS -> look -> look.ordered(true);
        };
    }

    private static <T> T pick(List<T> from, long seed) {
        return from.get((int) Math.floorMod(seed, (long) from.size()));
    }
}
