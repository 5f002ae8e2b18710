package za.co.spikedata.samples;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.samples.Entry.Kind;

/** Invents an account that could be somebody's and is nobody's. */
final class Invention {
    private static final int PAY_DAY = 25;
    private static final LocalDate EARLIEST = LocalDate.of(2024, 1, 1);
    private static final int START_DAYS = 700;

    /** The part of the pay that is spent, so that the account neither grows nor empties. */
    private static final double SPENT = 0.95;

    private final Wish wish;
    private final boolean feesInRows;
    private final Random random;
    private final long payCents;

    private Invention(Wish wish, boolean feesInRows) {
        this.wish = wish;
        this.feesInRows = feesInRows;
        this.random = new Random(wish.seed());
        this.payCents = 100L * (18_000 + random.nextInt(30_000));
    }

    /**
     * @param feesInRows payments and cash carry their fee in the same row
     */
    static Ledger of(Wish wish, boolean feesInRows) {
        return new Invention(wish, feesInRows).ledger();
    }

    private record Planned(LocalDate date, Kind kind) {}

    private Ledger ledger() {
        var from = EARLIEST.plusDays(random.nextInt(START_DAYS));
        var period = new Period(from, from.plusMonths(wish.months()).minusDays(1));
        var holder = Names.holder(random);
        var digits = "%010d".formatted(random.nextLong(10_000_000_000L));
        var opening = cents(payCents / 2 + random.nextLong(payCents / 2));
        var balance = opening;
        var entries = new ArrayList<Entry>();
        for (var planned : plan(period)) {
            var amount = amount(planned.kind());
            var fee = feesInRows ? fee(planned.kind()) : Money.ZERO;
            balance = balance.plus(amount).plus(fee);
            entries.add(
                    new Entry(
                            planned.date(),
                            planned.kind(),
                            Names.party(planned.kind(), random),
                            "%04d".formatted(1 + random.nextInt(9_998)),
                            amount,
                            fee,
                            balance));
        }
        return new Ledger(holder, digits, period, opening, balance, entries);
    }

    private List<Planned> plan(Period period) {
        var planned = new ArrayList<Planned>();
        for (var day = period.from(); period.contains(day); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == PAY_DAY) {
                planned.add(new Planned(day, Kind.SALARY));
            } else if (day.getDayOfMonth() == 1) {
                planned.add(new Planned(day, Kind.DEBIT_ORDER));
            } else if (day.equals(day.withDayOfMonth(day.lengthOfMonth()))) {
                planned.add(new Planned(day, Kind.MONTHLY_FEE));
            }
        }
        long days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        while (planned.size() < wish.rows()) {
            planned.add(new Planned(period.from().plusDays(random.nextLong(days)), daily()));
        }
        planned.sort(Comparator.comparing(Planned::date));
        return planned.subList(0, wish.rows());
    }

    private Kind daily() {
        int of100 = random.nextInt(100);
        if (of100 < 58) {
            return Kind.CARD_PURCHASE;
        } else if (of100 < 74) {
            return Kind.PAYMENT;
        } else if (of100 < 82) {
            return Kind.CASH;
        } else if (of100 < 90) {
            return Kind.AIRTIME;
        }
        return of100 < 95 ? Kind.DEBIT_ORDER : Kind.MONEY_IN;
    }

    private Money amount(Kind kind) {
        long usual = (long) (SPENT * payCents * wish.months() / wish.rows());
        return switch (kind) {
            case SALARY -> cents(payCents);
            case MONEY_IN -> cents(around(usual));
            case CARD_PURCHASE, PAYMENT, DEBIT_ORDER -> cents(-around(usual));
            case CASH -> cents(-10_000L * (1 + random.nextInt(8)));
            case AIRTIME -> cents(-100L * (5 + random.nextInt(95)));
            case MONTHLY_FEE -> cents(-6_900 - random.nextInt(5) * 550L);
        };
    }

    /** From a fifth of the usual to twice it, at least R 1.00. */
    private long around(long usual) {
        return 100 + usual / 5 + random.nextLong(Math.max(1, usual * 9 / 5));
    }

    private static Money fee(Kind kind) {
        return switch (kind) {
            case PAYMENT -> cents(-200);
            case CASH -> cents(-1_000);
            case AIRTIME -> cents(-50);
            case SALARY, MONEY_IN, CARD_PURCHASE, DEBIT_ORDER, MONTHLY_FEE -> Money.ZERO;
        };
    }

    private static Money cents(long cents) {
        return new Money(cents);
    }
}
