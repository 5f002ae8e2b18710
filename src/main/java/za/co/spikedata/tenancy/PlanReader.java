package za.co.spikedata.tenancy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the plan of a {@code tenant.yml} into one; what it leaves out is as every plan has it. */
final class PlanReader {
    private static final BigDecimal MOST = BigDecimal.valueOf(Plan.MOST_TENTHS, 1);

    private final String place;
    private final List<String> mistakes;

    PlanReader(String place, List<String> mistakes) {
        this.place = place + "plan.";
        this.mistakes = mistakes;
    }

    /** After a mistake it is the plan that every tenant begins with. */
    Plan read(TenantDocument.@Nullable Plan said) {
        if (said == null) {
            return Plan.STANDARD;
        }
        int before = mistakes.size();
        var usual = Plan.STANDARD;
        var name = name(Objects.requireNonNullElse(said.name(), usual.name()));
        long start = tenths("credits", said.credits(), usual.startTenths());
        long monthly = tenths("monthly-credits", said.monthlyCredits(), usual.monthlyTenths());
        int requests =
                number(
                        "requests-a-minute",
                        said.requestsAMinute(),
                        usual.requestsAMinute(),
                        Plan.MOST_A_MINUTE);
        int atOnce = number("at-once", said.atOnce(), usual.atOnce(), Plan.MOST_AT_ONCE);
        int bytes = number("file-bytes", said.fileBytes(), usual.mostBytes(), Plan.MOST_BYTES);
        return mistakes.size() == before
                ? new Plan(name, start, monthly, requests, atOnce, bytes)
                : usual;
    }

    private String name(String said) {
        var name = said.strip();
        if (name.isEmpty()
                || said.length() > Plan.LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            mistakes.add(
                    place
                            + "name: expected a name of 1 to %d letters"
                                    .formatted(Plan.LONGEST_NAME));
        }
        return name;
    }

    private long tenths(String key, @Nullable BigDecimal said, long usual) {
        if (said == null) {
            return usual;
        }
        boolean isWithin = said.signum() >= 0 && said.compareTo(MOST) <= 0;
        if (!isWithin || said.stripTrailingZeros().scale() > 1) {
            mistakes.add(
                    place
                            + key
                            + ": expected credits from 0 to %s, to a tenth"
                                    .formatted(MOST.toBigInteger()));
            return usual;
        }
        return said.movePointRight(1).longValue();
    }

    private int number(String key, @Nullable Integer said, int usual, int most) {
        if (said != null && (said < 1 || said > most)) {
            mistakes.add(place + key + ": expected a number from 1 to %d".formatted(most));
        }
        return Objects.requireNonNullElse(said, usual);
    }
}
