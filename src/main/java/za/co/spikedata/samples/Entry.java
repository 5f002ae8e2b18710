package za.co.spikedata.samples;

import java.time.LocalDate;
import za.co.spikedata.engine.model.Money;

/**
 * One movement before a bank's wording is put to it.
 *
 * @param party who is at the other end
 * @param reference digits a bank would add
 * @param amount without the fee; money out is negative
 * @param fee what the bank takes for it in the same row, negative or zero
 * @param balance after amount and fee
 */
record Entry(
        LocalDate date,
        Kind kind,
        String party,
        String reference,
        Money amount,
        Money fee,
        Money balance) {
    /** Why money moves. */
    enum Kind {
        SALARY,
        MONEY_IN,
        CARD_PURCHASE,
        DEBIT_ORDER,
        PAYMENT,
        CASH,
        AIRTIME,
        MONTHLY_FEE
    }

    /** Amount and fee: what the balance moves by. */
    Money moved() {
        return amount.plus(fee);
    }

    boolean isIn() {
        return !amount.isNegative();
    }
}
