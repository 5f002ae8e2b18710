package za.co.spikedata.engine.assembly;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;

/**
 * What the lines around a table say of the account.
 *
 * @param card the paper is a card's
 */
record About(
        Optional<String> account, List<String> holder, Optional<String> currency, boolean card) {
    private static final String CODES =
            "ZAR|USD|EUR|GBP|SGD|AUD|NZD|CAD|CNY|JPY|HKD|INR|BWP|NAD|CHF|SEK|NOK|DKK|PLN|BRL|MXN|KES|NGN|GHS|KWD|BHD|OMR|JOD|TND|IQD|LYD|SAR|QAR|ILS|KRW|AED|MUR|SZL|LSL|MZN|ZMW";

    /** A number that goes on behind a point is a figure. */
    private static final Pattern ACCOUNT =
            Pattern.compile(
                    "(?:account|rekening|card|kaart|konto|compte|cuenta|conta|kontonummer|iban|acc)\\s*(?:number|num|no|nommer|nummer|nr)?\\.?\\s*[:#.]?\\s*(?:(?-i:"
                            + CODES
                            + ")\\s)?([0-9X*•]{2,}+(?:[ -][0-9X*•]++)*)(?![.,]?\\d)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:account|card|kaart|rekening)\\s*(?:number|no|nommer)\\.?\\s*:?\\s*(\\S{4,})",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern IBAN =
            Pattern.compile("\\b([A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?)\\b");

    /** Said of an account without rows, which another may follow. */
    private static final Pattern IDLE =
            Pattern.compile(
                    "\\b(?:no|geen) (?:transactions?|transaksies|activity|movements?)\\b(?!-?"
                            + " ?(?:fees?|charges?|costs?|limits?|fooie?|koste)\\b)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern CURRENCY = Pattern.compile("\\b(" + CODES + ")\\b");
    private static final Pattern CARD =
            Pattern.compile(
                    "(?:[0-9X*•]{4}[ -]?){3,4}|[#*•]{1,4} ?\\d{4}\\b|(?:\\.{2,}|…)"
                            + " ?\\d{4}\\b|(?i:card|account)"
                            + " (?:(?i:ending)[^0-9]*[\\dX*•][\\dX*•-]{3,}|(?i:number|no\\.?)[^0-9]*[\\dX*•][\\dX*•-]{3,}(?:"
                            + " [\\dX*•]{4,})*)");
    private static final Pattern NO_CARD =
            Pattern.compile("card|kaart|karte|carte|tarjeta", Pattern.CASE_INSENSITIVE);
    static final int SHORTEST_ACCOUNT = 4;
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?:account|card|kaart|rekening|konto|cheque account|savings"
                            + " account)\\s*(?:number|no|nommer|nummer|nr)\\.?\\s*:?",
                    Pattern.CASE_INSENSITIVE);
    private static final Predicate<String> LABEL_WORD =
            Pattern.compile("(?:account|rekening|konto|card|kaart|number|num|no|nommer|nummer|nr)$")
                    .asPredicate();
    private static final Pattern NUMBER = Pattern.compile("[0-9X*•]{2,}(?:[ -]?[0-9X*•]+)*");

    /** Four groups of four, some of them hidden. */
    private static final Predicate<String> MASKED =
            Pattern.compile("(?=.*[X*•])(?:[0-9X*•]{4}[ -]){3}[0-9X*•]{4}").asMatchPredicate();

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

    /**
     * The last digits of the card whose purchases stand below a heading that prints its number,
     * masked or whole: by these papers tell cards apart, however they are written.
     */
    static Optional<String> cardIn(String heading) {
        Matcher card = CARD.matcher(heading);
        if (!card.find()) {
            return Optional.empty();
        }
        String digits = card.group().replaceAll("\\D", "");
        return Optional.of(digits.substring(Math.max(0, digits.length() - SHORTEST_ACCOUNT)));
    }

    /** What later pages say of the account only adds to what the first ones do. */
    About or(About later) {
        return new About(
                account.or(later::account),
                holder.isEmpty() ? later.holder : holder,
                currency.or(later::currency),
                card || later.card);
    }

    About heldAs(About other) {
        return new About(account, other.holder, currency, card);
    }

    /**
     * @param head the lines above the first row
     */
    static About of(List<TokenLine> head, List<TokenLine> lines) {
        Optional<String> account = Optional.empty();
        Optional<String> idle = Optional.empty();
        boolean isAnothers = false;
        Optional<String> currency = Optional.empty();
        boolean card = false;
        Set<String> known = new HashSet<>();
        for (TokenLine line : lines) {
            String printed = line.printed();
            if (account.isEmpty()) {
                Optional<String> named = account(line);
                if (idle.isEmpty() || isTitle(line)) {
                    account = named;
                } else if (named.isPresent() && !named.equals(idle) && head.contains(line)) {
                    isAnothers = true;
                }
            }
            if (IDLE.matcher(printed).find() && head.contains(line)) {
                idle = idle.isPresent() ? idle : account;
                account = Optional.empty();
            }
            if (!known.add(printed)) {
                continue;
            }
            Matcher coded = CURRENCY.matcher(printed);
            if (currency.isEmpty() && coded.find()) {
                currency = Optional.of(coded.group(1));
            }
            card = card || isCards(Vocabulary.letters(printed));
        }
        if (currency.isEmpty()) {
            currency = bySymbol(lines);
        }
        Optional<String> number =
                Stream.of(
                                account,
                                below(head),
                                isAnothers ? Optional.<String>empty() : idle,
                                ProductNumber.in(head))
                        .flatMap(Optional::stream)
                        .findFirst();
        List<String> addressee = Addressee.of(head);
        return new About(
                number,
                LabelledHolder.of(head).beside(addressee).map(List::of).orElse(addressee),
                currency,
                card || number.filter(MASKED).isPresent());
    }

    /** No sentence: before its number stand labels, and words that begin with capitals. */
    private static boolean isTitle(TokenLine line) {
        return line.words().stream()
                .map(Word::text)
                .takeWhile(word -> word.chars().noneMatch(Character::isDigit))
                .allMatch(word ->
                        !Character.isLowerCase(word.codePointAt(0))
                                || LABEL_WORD.test(Vocabulary.letters(word)));
    }

    private static boolean isCards(String letters) {
        return CARD_WORDS.stream().anyMatch(letters::contains);
    }

    /** The account number a line names, not a card's. */
    static Optional<String> accountIn(TokenLine line) {
        return account(line).filter(_ -> !NO_CARD.matcher(line.printed()).find());
    }

    /** Without a digit or what hides one there is no number: quicker than the patterns. */
    private static Optional<String> account(TokenLine line) {
        boolean mayHold = !line.text().isAscii() || line.printed().chars().anyMatch(About::isIn);
        return mayHold ? account(parted(line)) : Optional.empty();
    }

    private static boolean isIn(int each) {
        return each >= '0' && each <= '9' || each == 'X' || each == 'x' || each == '*';
    }

    /** The line as printed, with a tab wherever another column of text begins. */
    private static String parted(TokenLine line) {
        return Blocks.pieces(line).stream()
                .map(Blocks.Piece::text)
                .collect(Collectors.joining("\t"));
    }

    /** A number below its label. */
    private static Optional<String> below(List<TokenLine> head) {
        for (List<Blocks.Piece> stack : Blocks.stacks(head)) {
            for (int i = 1; i < stack.size(); i++) {
                String number = stack.get(i).text().strip();
                if (LABEL.matcher(stack.get(i - 1).text()).matches()
                        && NUMBER.matcher(number).matches()) {
                    return Optional.of(unspaced(number));
                }
            }
        }
        return Optional.empty();
    }

    /** A number with blanks only where they part what hides its digits. */
    static String unspaced(String number) {
        return number.matches(".*[X*•].*") ? number : number.replace(" ", "");
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
                return Optional.of(unspaced(number));
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
