package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;

/**
 * What the lines around a table say of the account.
 *
 * @param card the paper is a card's
 */
record About(
        Optional<String> account, List<String> holder, Optional<String> currency, boolean card) {
    private static final Pattern ACCOUNT =
            Pattern.compile(
                    "(?:account|rekening|card|konto|compte|cuenta|conta|kontonummer|iban|acc)\\s*(?:number|num|no|nommer|nummer|nr)?\\.?\\s*[:#.]?\\s*"
                            + "([0-9X*•]{2,}(?:[ -]?[0-9X*•]+)*)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:account|card|rekening)\\s*(?:number|no|nommer)\\.?\\s*:?\\s*(\\S{4,})",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern IBAN =
            Pattern.compile("\\b([A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?)\\b");
    private static final Pattern LABELLED_HOLDER =
            Pattern.compile(
                    "(?:account holder|account name|kontoinhaber|titulaire(?:\\(s\\))?|rekeninghouer|titular)\\s*:\\s*(\\S+(?: (?!IBAN)\\S+)*)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern CURRENCY =
            Pattern.compile(
                    "\\b(ZAR|USD|EUR|GBP|SGD|AUD|NZD|CAD|CNY|JPY|HKD|INR|BWP|NAD|CHF|SEK|NOK|DKK|PLN|BRL|MXN|KES|NGN|GHS|AED|MUR|SZL|LSL|MZN|ZMW)\\b");
    private static final Pattern CARD =
            Pattern.compile("(?:[0-9X*•]{4}[ -]?){3,4}|[#*•]{1,4} ?\\d{4}\\b");
    private static final int SHORTEST_ACCOUNT = 4;

    private static final List<String> CARD_WORDS =
            List.of(
                    "creditcard",
                    "cardstatement",
                    "chargecard",
                    "kredietkaart",
                    "kreditkarte",
                    "cartedecredit",
                    "tarjetadecredito",
                    "cartaodecredito",
                    "cardnumber",
                    "cardending",
                    "cardaccount",
                    "minimumpayment",
                    "minimumamountdue",
                    "cashadvances",
                    "totalcreditlimit",
                    "budgetfacility",
                    "mastercardending",
                    "visaending");

    /** A heading above the purchases of one card: it prints its number, masked or whole. */
    static boolean namesCard(String heading) {
        return CARD.matcher(heading).find();
    }

    static About of(List<TokenLine> lines) {
        Optional<String> account = Optional.empty();
        Optional<String> holder = Optional.empty();
        Optional<String> currency = Optional.empty();
        boolean card = false;
        for (TokenLine line : lines) {
            String printed = line.printed();
            if (account.isEmpty()) {
                account = account(printed);
            }
            Matcher named = LABELLED_HOLDER.matcher(printed);
            if (holder.isEmpty() && named.find()) {
                holder = Optional.of(named.group(1).strip());
            }
            Matcher coded = CURRENCY.matcher(printed);
            if (currency.isEmpty() && coded.find()) {
                currency = Optional.of(coded.group(1));
            }
            String letters = Vocabulary.letters(printed);
            card |= CARD_WORDS.stream().anyMatch(letters::contains);
        }
        if (currency.isEmpty()) {
            currency = bySymbol(lines);
        }
        return new About(account, holder.stream().toList(), currency, card);
    }

    private static Optional<String> account(String printed) {
        Matcher iban = IBAN.matcher(printed);
        if (iban.find()) {
            return Optional.of(iban.group(1).replace(" ", ""));
        }
        Matcher found = ACCOUNT.matcher(printed);
        while (found.find()) {
            String number = found.group(1).strip();
            long digits =
                    number.chars()
                            .filter(each -> Character.isDigit(each) || "X*•".indexOf(each) >= 0)
                            .count();
            if (digits >= SHORTEST_ACCOUNT) {
                boolean masked = number.matches(".*[X*•].*");
                return Optional.of(masked ? number : number.replace(" ", ""));
            }
        }
        Matcher named = NAMED.matcher(printed);
        return named.find() && named.group(1).chars().anyMatch(Character::isDigit)
                ? Optional.of(named.group(1))
                : Optional.empty();
    }

    private static Optional<String> bySymbol(List<TokenLine> lines) {
        return lines.stream()
                .flatMap(line -> line.money().stream())
                .map(token -> symbol(token.text().toUpperCase(Locale.ROOT)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> symbol(String text) {
        if (text.matches("[-−–\u00AD+( ]*R[-− ]?\\d.*")) {
            return Optional.of("ZAR");
        }
        if (text.contains("€")) {
            return Optional.of("EUR");
        }
        return text.contains("£") ? Optional.of("GBP") : Optional.empty();
    }
}
