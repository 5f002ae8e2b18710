package za.co.spikedata.samples;

import java.util.ArrayList;
import java.util.List;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Period;

/**
 * An invented account over some months.
 *
 * @param holder name and address lines
 * @param digits ten invented digits an account number is made of
 */
record Ledger(
        List<String> holder,
        String digits,
        Period period,
        Money opening,
        Money closing,
        List<Entry> entries) {
    Ledger {
        holder = List.copyOf(holder);
        entries = List.copyOf(entries);
    }

    List<Entry> in() {
        return entries.stream().filter(Entry::isIn).toList();
    }

    List<Entry> out() {
        return entries.stream().filter(entry -> !entry.isIn()).toList();
    }

    static Money total(List<Entry> entries) {
        return entries.stream().map(Entry::moved).reduce(Money.ZERO, Money::plus);
    }

    /** The same account with one balance printed wrong; row ids start at 1. */
    Ledger withBalanceOff(int row, Money by) {
        var entry = entries.get(row - 1);
        return with(
                row,
                new Entry(
                        entry.date(),
                        entry.kind(),
                        entry.party(),
                        entry.reference(),
                        entry.amount(),
                        entry.fee(),
                        entry.balance().plus(by)));
    }

    /** The same account with one amount printed wrong; row ids start at 1. */
    Ledger withAmountOff(int row, Money by) {
        var entry = entries.get(row - 1);
        return with(
                row,
                new Entry(
                        entry.date(),
                        entry.kind(),
                        entry.party(),
                        entry.reference(),
                        entry.amount().plus(by),
                        entry.fee(),
                        entry.balance()));
    }

    private Ledger with(int row, Entry entry) {
        var changed = new ArrayList<>(entries);
        changed.set(row - 1, entry);
        return new Ledger(holder, digits, period, opening, closing, changed);
    }
}
