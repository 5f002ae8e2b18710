package za.co.spikedata.statements.view;

import java.util.List;

/**
 * The head of one statement; an empty text is not printed on the paper.
 *
 * @param index place in the file, from 0: the {@code account} parameter
 * @param type message {@code type.RUNNING_BALANCE|NO_BALANCE|CARD_...}
 * @param account number, as printed
 * @param period such as {@code 3 Mar 2026 – 2 Apr 2026}
 * @param pages first and last page: {@code 1–3}
 */
public record AccountView(
        int index,
        Tone tone,
        Said sentence,
        String type,
        String issuer,
        String account,
        List<String> holder,
        String period,
        String currency,
        String opening,
        String closing,
        String pages,
        int rows) {}
