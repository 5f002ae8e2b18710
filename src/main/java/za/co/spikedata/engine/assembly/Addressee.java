package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import za.co.spikedata.engine.assembly.Blocks.Piece;
import za.co.spikedata.engine.table.TokenLine;

/** Finds to whom a paper is addressed: a name above the lines of an address, at its head. */
final class Addressee {
    private static final int MOST_LINES = 8;

    /** A name and nothing else is enough, or three lines of an address. */
    private static final int ENOUGH = 3;

    private static final Pattern TITLE =
            Pattern.compile(
                    "\\*?(?:mr|mrs|ms|miss|dr|prof|adv|rev|hon|mnr|mev|mej|ds|sir|dame|herr|frau|mme|mlle|m|sra?|srta|sig|dhr|mw)\\b\\.?(?:"
                            + " *(?:&|and|en|und|et|y)"
                            + " *(?:mr|mrs|ms|miss|dr|prof|mnr|mev|mej|herr|frau)\\b\\.?)? +\\p{L}.*",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern COMPANY =
            Pattern.compile(
                    ".*(?:\\(pty\\)|\\(edms\\)|\\bpty"
                            + " ltd|\\bltd\\b|\\blimited\\b|\\bbpk\\b|\\bcc\\b|\\bbk\\b|\\binc\\b|\\bnpc\\b|\\btrust\\b|\\bllc\\b|\\bplc\\b|\\bgmbh\\b|\\bsarl\\b|\\bchurch\\b|\\bschool\\b|body"
                            + " corporate|\\bt/a\\b).*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS =
            Pattern.compile(
                    ".*(?:\\bp ?\\.? ?o ?\\.? ?box|\\bposbus|\\bprivate bag|\\bprivaatsak|\\bbox"
                            + " \\d|\\bunit \\d|\\bflat \\d|\\bplot \\d|\\bstand \\d|\\berf"
                            + " \\d|\\bsuite \\d"
                            + "|street\\b|straat\\b|\\broad\\b|\\brd\\b|avenue\\b|\\bave\\b|laan\\b|\\bdrive\\b|\\bdr\\b|\\blane\\b|crescent\\b|singel\\b|\\bclose\\b|\\bplace\\b|\\bterrace\\b|\\bway\\b|weg\\b|\\bpark\\b|\\bheights\\b|\\bestate\\b|\\bcourt\\b|\\bmews\\b|\\bloop\\b|\\bgardens\\b|\\bboulevard\\b|\\bblvd\\b|strasse\\b|straße\\b|\\brue\\b|\\bcalle\\b|\\bvia\\b|\\bpobox).*|\\d{1,5}[a-z]?"
                            + " +\\p{L}.*|.*\\b\\d{4,5}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\d .,'’&()/*-]{2,45}");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{6,}");

    /** Words of headings, labels and a bank's own address; on no line of a holder's. */
    private static final Set<String> FOREIGN =
            Set.of(
                    "statement",
                    "statements",
                    "staat",
                    "staatnommer",
                    "account",
                    "rekening",
                    "bank",
                    "banking",
                    "branch",
                    "tak",
                    "tel",
                    "telephone",
                    "fax",
                    "reg",
                    "registered",
                    "vat",
                    "btw",
                    "invoice",
                    "faktuur",
                    "page",
                    "bladsy",
                    "balance",
                    "saldo",
                    "period",
                    "number",
                    "nommer",
                    "no",
                    "card",
                    "kaart",
                    "provider",
                    "customer",
                    "client",
                    "enquiries",
                    "date",
                    "datum",
                    "total",
                    "swift",
                    "currency",
                    "summary",
                    "type",
                    "call",
                    "lost",
                    "authorised",
                    "online",
                    "transaction",
                    "transactions",
                    "history",
                    "details",
                    "fees",
                    "fee",
                    "interest",
                    "rate",
                    "code",
                    "from",
                    "to",
                    "opening",
                    "closing",
                    "credit",
                    "debit",
                    "amount",
                    "description",
                    "available",
                    "limit",
                    "visa",
                    "mastercard",
                    "gold",
                    "kontoauszug",
                    "relevé",
                    "estratto",
                    "extracto",
                    "iban",
                    "bic",
                    "email",
                    "deposit",
                    "savings",
                    "cheque",
                    "current",
                    "minimum",
                    "payment",
                    "overdraft",
                    "charges");

    /** A run of lines of one stack and how much it looks like an address. */
    private record Run(List<Piece> pieces, int score) {}

    private Addressee() {}

    /** The lines of the name and address; none where nothing looks like them. */
    static List<String> of(List<TokenLine> head) {
        var runs = new ArrayList<Run>();
        for (List<Piece> stack : Blocks.stacks(head)) {
            int start = 0;
            for (int i = 0; i <= stack.size(); i++) {
                if (i == stack.size() || isForeign(stack.get(i))) {
                    run(stack.subList(start, i)).ifPresent(runs::add);
                    start = i + 1;
                }
            }
        }
        return runs.stream()
                .max(
                        Comparator.comparingInt(Run::score)
                                .thenComparing(run -> -run.pieces.getFirst().line().page())
                                .thenComparing(run -> -run.pieces.getFirst().box().top()))
                .map(run -> run.pieces.stream().map(Piece::text).toList())
                .orElse(List.of());
    }

    private static Optional<Run> run(List<Piece> pieces) {
        if (pieces.isEmpty() || pieces.size() > MOST_LINES) {
            return Optional.empty();
        }
        boolean named = pieces.stream().limit(2).anyMatch(piece -> isName(piece.text()));
        long placed =
                pieces.stream()
                        .skip(1)
                        .filter(piece -> ADDRESS.matcher(piece.text()).matches())
                        .count();
        int score = (named ? ENOUGH : 0) + (int) Math.min(placed, 2) + (placed > 0 ? 1 : 0);
        boolean speaks = pieces.getFirst().text().chars().filter(Character::isLetter).count() > 2;
        return speaks && score >= ENOUGH
                ? Optional.of(new Run(List.copyOf(pieces), score))
                : Optional.empty();
    }

    /** A person's name behind a title, or a company's. */
    static boolean isName(String text) {
        return TITLE.matcher(text).matches() || COMPANY.matcher(text).matches();
    }

    private static boolean isForeign(Piece piece) {
        String text = piece.text();
        if (piece.isDated()
                || piece.holdsMoney()
                || !PLAIN.matcher(text).matches()
                || LONG_NUMBER.matcher(text).find()) {
            return true;
        }
        for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]+")) {
            if (FOREIGN.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
