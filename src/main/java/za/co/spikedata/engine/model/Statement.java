package za.co.spikedata.engine.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One account's statement as read from the paper.
 *
 * @param issuer the bank's name as printed or declared, if known
 * @param format id of the declared bank format it matches, if any
 * @param account account or card number as printed, without spaces unless masked
 * @param holder name and address lines
 * @param accountType what the paper calls this kind of account
 * @param statementNumber the statement's own, as printed
 * @param currency ISO 4217 code, if printed
 * @param liability the balance is what is owed: purchases raise it
 * @param newestFirst the paper lists the newest row first; transactions keep printed order
 * @param pages first and last page, counted from 1
 */
public record Statement(
        StatementType type,
        Optional<String> issuer,
        Optional<String> format,
        Optional<String> account,
        Optional<String> accountType,
        Optional<String> statementNumber,
        List<String> holder,
        Optional<Period> period,
        Optional<LocalDate> issuedOn,
        Optional<String> currency,
        Optional<Figure> opening,
        Optional<Figure> closing,
        boolean liability,
        boolean newestFirst,
        int firstPage,
        int lastPage,
        List<Transaction> transactions,
        List<Marker> markers,
        Proof proof) {
    public Statement {
        holder = List.copyOf(holder);
        transactions = transactions instanceof Rows ? transactions : List.copyOf(transactions);
        markers = List.copyOf(markers);
    }

    /** The same rows under another proof. */
    public Statement with(Proof other) {
        return new Statement(
                type,
                issuer,
                format,
                account,
                accountType,
                statementNumber,
                holder,
                period,
                issuedOn,
                currency,
                opening,
                closing,
                liability,
                newestFirst,
                firstPage,
                lastPage,
                transactions,
                markers,
                other);
    }

    @Override
    public String toString() {
        return "Statement[" + type + ", " + transactions.size() + " rows, " + proof.verdict() + "]";
    }
}
