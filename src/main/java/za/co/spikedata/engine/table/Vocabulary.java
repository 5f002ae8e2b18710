package za.co.spikedata.engine.table;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words papers of many banks and languages use; compared by letters alone, in lower case. */
public final class Vocabulary {
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]");

    private static final List<String> OPENING =
            terms(
                    "opening balance,opening value,opening cash balance,beginning cash balance,προηγουμενο υπολοιπο,openingsbalans,openingsaldo,beginning balance,starting"
                            + " balance,start balance,previous balance,previous statement,vorige"
                            + " saldo,alter kontostand,alter saldo,anfangssaldo,anfangsbestand,ancien"
                            + " solde,solde precedent,solde initial,saldo anterior,saldo inicial,saldo"
                            + " de operacion inicial,saldo de liquidacion inicial,saldo"
                            + " precedente,saldo iniziale,balance at start,opening"
                            + " bal,期初余额,上期余额,期初,opening position,beginsaldo,vorig saldo,saldo letzte"
                            + " abrechnung,saldo vorheriger,saldovortrag,kontostand vorher,ingaende"
                            + " saldo,inngaende saldo,ingaende balans,indgaende saldo,saldo"
                            + " poczatkowe,pocatecni zustatek,pociatocny zostatok,nyito egyenleg,sold"
                            + " initial,devreden bakiye,onceki bakiye,saldo awal,baki awal,baki"
                            + " permulaan,so du dau ky,alkusaldo,входящий остаток,начальный"
                            + " баланс,前回残高,前月繰越,前月残高,繰越残高,이월잔액,기초잔액,上期結餘,承前結餘,上月结余,الرصيد"
                            + " الافتتاحي,رصيد افتتاحي,الرصيد السابق,יתרת פתיחה,יתרה"
                            + " קודמת,ยอดยกมา,balance last statement,last statement balance,balance"
                            + " from last,start of period,balance at beginning,balance as at"
                            + " start,yokuvula,yekuvula,balanse e bulang,balanse ya go bula,balantshe"
                            + " ya go bula,balansi yo pfula,balantsi ya u vula");
    private static final List<String> FORWARD =
            terms(
                    "brought forward,b forward,balance brought,bal b f,balance b f,balance"
                            + " fwd,balance forward,bal fwd,b fwd,saldo oorgebring,oorgebring,saldo"
                            + " oorgedra vanaf,uebertrag von,report de,a nouveau,繰越");
    private static final List<String> CLOSING =
            terms(
                    "closing balance,closing value,closing cash balance,ending cash balance,νεο υπολοιπο,closing bal,ending balance,end balance,new balance,huidige saldo,current"
                            + " balance,afsluitingsaldo,eindsaldo,sluitingsaldo,nuwe saldo,neuer kontostand,neuer"
                            + " saldo,endsaldo,endbestand,nouveau solde,solde final,nieuw"
                            + " saldo,schlusssaldo,abschlusssaldo,utgaende saldo,utgaende"
                            + " balans,udgaende saldo,utgaaende saldo,saldo koncowe,konecny"
                            + " zustatek,konecny zostatok,zaro egyenleg,sold final,saldo akhir,baki"
                            + " akhir,baki penutup,so du cuoi ky,loppusaldo,исходящий остаток,конечный"
                            + " баланс,今回残高,期末残高,기말잔액,最终余额,期末結餘,الرصيد الختامي,الرصيد الحالي,יתרת"
                            + " סגירה,יתרה נוכחית,ยอดยกไป,total dues,balance due,balance owing,total amount due,total payment"
                            + " due,saldo final,saldo actual,saldo finale,saldo atual,期末余额,本期余额,total"
                            + " balance on,statement balance,balance at end,closing position,balance as"
                            + " at end,yokuvala,yekuvala,balanse e kwalang,balanse ya go"
                            + " tswala,balantshe ya go tswalela,balansi yo pfala,balantsi ya u vala");
    private static final List<String> CARRIED_ON = terms("次月繰越,翌月繰越,次期繰越");

    /** Names of a balance that may be of a later day than the last row: of the day of printing. */
    private static final List<String> CURRENT =
            terms("current balance,huidige saldo,saldo actual,saldo atual,יתרה נוכחית");

    private static final List<String> CARRIED =
            terms(
                    "carried forward,c forward,balance carried,bal c f,balance c f,c fwd,oorgedra,"
                            + "uebertrag,a reporter");
    private static final List<String> TOTAL =
            terms(
                    "total,totals,subtotal,sub total,turnover,omset,totaal,summe,totaux,totale,no"
                            + " credit transactions,no debit transactions,nr krediet,nr"
                            + " debiet,合计,balance after,available balance,blocked balance,saldo bloqueado,saldo disponivel,saldo disponible,solde disponible");
    private static final List<String> TOTAL_AT_END =
            terms("total,totals,totaal,bladsy totaal,totalen,summe");
    private static final List<String> DATED_BALANCE =
            terms(
                    "solde au,balance on,balance at,balance as at,balance as of,saldo per,saldo op,saldo"
                            + " soos op,kontostand");
    private static final List<String> TURNED_BALANCE =
            terms("solde crediteur au,solde debiteur au,solde nul");
    private static final Set<String> CREDIT_SIDE =
            sides(
                    "credit,cr,deposit,money in,paid"
                            + " in,in,krediet,kt,haben,inflow,received,c,credito,entrada,payment"
                            + " in,收入,bij,abono,avere,uznanie,alacak,ikhredithi,krediti,kherediti,khrediti,khredithi");
    private static final Set<String> DEBIT_SIDE =
            sides(
                    "debit,dr,withdrawal,money out,paid"
                            + " out,out,debiet,dt,soll,outflow,paid,d,debito,saida,purchase,支出,af,cargo,dare,obciazenie,borc,"
                            + "idebhithi,idebithi,debiti,debithi,tebiti,tepiti");

    private static final int LONGEST_SIDE =
            Stream.of(CREDIT_SIDE, DEBIT_SIDE)
                    .flatMap(Set::stream)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);

    private static final List<String> CREDIT_TITLES =
            terms("deposit,credit,addition,moneyin,paid in,received,income,einzahlung,gutschrift");
    private static final List<String> DEBIT_TITLES =
            terms(
                    "withdrawal,debit,subtraction,deduction,check,cheque,fees,fee,charges,charge,"
                            + "money out,paid out,purchase,expense,belastung,auszahlung");

    private static final int FILTER_BITS = 14;
    private static final Set<Integer> BEGINNINGS = beginnings();
    private static final long[] FILTER = filter(BEGINNINGS);

    /** Said instead of the last four letters once some term may begin with them. */
    private static final int NAMED = -1;

    private Vocabulary() {}

    /** What a row that prints a balance and moves nothing may call itself. */
    public enum Name {
        OPENING,
        FORWARD,
        CLOSING,
        CARRIED,
        DATED_BALANCE,
        TOTAL,
        NONE
    }

    /** The name a piece of text starts with or holds. */
    public static Name nameOf(String printed) {
        if (!mayName(printed)) {
            return Name.NONE;
        }
        String letters = letters(printed);
        if (holds(letters, OPENING)) {
            return Name.OPENING;
        }
        if (holds(letters, CLOSING)) {
            return Name.CLOSING;
        }
        if (holds(letters, CARRIED_ON)) {
            return Name.CARRIED;
        }
        if (holds(letters, FORWARD)) {
            return Name.FORWARD;
        }
        if (holds(letters, CARRIED)) {
            return Name.CARRIED;
        }
        if (holds(letters, TURNED_BALANCE)) {
            return Name.DATED_BALANCE;
        }
        if (startsWith(letters, TOTAL) || endsWith(letters, TOTAL_AT_END)) {
            return Name.TOTAL;
        }
        if (startsWith(letters, DATED_BALANCE)) {
            return Name.DATED_BALANCE;
        }
        if (letters.equals("balance")
                || letters.equals("balancecr")
                || letters.equals("balancedr")
                || letters.equals("saldo")
                || letters.equals("solde")) {
            return Name.DATED_BALANCE;
        }
        return Name.NONE;
    }

    static boolean isCurrent(String printed) {
        return mayName(printed) && holds(letters(printed), CURRENT);
    }

    /** The name that a word of two letters, parted by a sign, stands for. */
    static Name shortNameOf(String word) {
        if (word.indexOf('/') < 0 && word.indexOf('.') < 0) {
            return Name.NONE;
        }
        return switch (letters(word)) {
            case "bf" -> Name.FORWARD;
            case "cf" -> Name.CARRIED;
            default -> Name.NONE;
        };
    }

    /** +1 for a word that says credit, -1 for debit, 0 for any other. */
    public static int sideOf(String printed) {
        if (!maySide(printed, 0, printed.length())) {
            return 0;
        }
        for (String part : printed.split("/")) {
            String letters = letters(part);
            if (CREDIT_SIDE.contains(letters)) {
                return 1;
            }
            if (DEBIT_SIDE.contains(letters)) {
                return -1;
            }
        }
        return 0;
    }

    /** Whether a piece of text may be a word of a side: none is long. Quick and often no. */
    static boolean maySide(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            char each = text.charAt(i);
            int letter = each | 0x20;
            if (each >= 0x80 || each == '/') {
                return true;
            }
            letters += letter >= 'a' && letter <= 'z' ? 1 : 0;
        }
        return letters > 0 && letters <= LONGEST_SIDE;
    }

    /** +1 for a title of money that came in, -1 for money that went out, 0 for any other. */
    public static int sideOfTitle(String printed) {
        String letters = letters(printed);
        boolean in = holds(letters, CREDIT_TITLES);
        boolean out = holds(letters, DEBIT_TITLES);
        return in == out ? 0 : in ? 1 : -1;
    }

    /** Whether any term may be in the text: some four letters begin one. Quick and often no. */
    static boolean mayName(String printed) {
        return lastLetters(printed, 0, printed.length(), 0) == NAMED;
    }

    /** Whether any term may be in the line's text. */
    static boolean mayName(LineText line) {
        int last = 0;
        for (int word = 0; word < line.words().size() && last != NAMED; word++) {
            int from = line.start(word);
            last =
                    line.isPlainFigure(word)
                            ? last
                            : lastLetters(line.text(), from, from + line.length(word), last);
        }
        return last == NAMED;
    }

    /** The last four letters up to a place, or {@link #NAMED}. */
    private static int lastLetters(String text, int from, int to, int before) {
        int last = before;
        for (int i = from; i < to; i++) {
            char each = text.charAt(i);
            int letter = each | 0x20;
            if (each >= 0x80) {
                return NAMED;
            }
            if (letter < 'a' || letter > 'z') {
                continue;
            }
            last = last << 8 | letter;
            if (isFiltered(last) && BEGINNINGS.contains(last)) {
                return NAMED;
            }
        }
        return last;
    }

    private static boolean isFiltered(int key) {
        int bit = filtered(key);
        return (FILTER[bit / Long.SIZE] >>> bit & 1) != 0;
    }

    private static int filtered(int key) {
        return key * 0x9E37_79B1 >>> Integer.SIZE - FILTER_BITS;
    }

    private static int key(String term) {
        int key = 0;
        for (int i = 0; i < 4; i++) {
            key = key << 8 | term.charAt(i);
        }
        return key;
    }

    private static Set<Integer> beginnings() {
        return Stream.of(
                        OPENING,
                        FORWARD,
                        CLOSING,
                        CARRIED,
                        TOTAL,
                        DATED_BALANCE,
                        TURNED_BALANCE,
                        List.of("balance", "saldo", "solde"))
                .flatMap(List::stream)
                .filter(term -> term.length() >= 4 && term.charAt(0) < 0x80)
                .map(Vocabulary::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static long[] filter(Set<Integer> keys) {
        var filter = new long[(1 << FILTER_BITS) / Long.SIZE];
        keys.forEach(key -> filter[filtered(key) / Long.SIZE] |= 1L << filtered(key));
        return filter;
    }

    /** Letters of any script in lower case, accents folded, nothing else. */
    public static String letters(String printed) {
        var letters = new StringBuilder(printed.length());
        for (int i = 0; i < printed.length(); i++) {
            char each = printed.charAt(i);
            if (each >= 0x80) {
                return folded(printed);
            }
            if (each >= 'a' && each <= 'z') {
                letters.append(each);
            } else if (each >= 'A' && each <= 'Z') {
                letters.append((char) (each + 'a' - 'A'));
            }
        }
        return letters.toString();
    }

    private static String folded(String printed) {
        return NOT_LETTERS
                .matcher(Normalizer.normalize(printed, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('ı', 'i');
    }

    private static boolean holds(String letters, List<String> terms) {
        for (String term : terms) {
            if (letters.contains(term)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(String letters, List<String> terms) {
        for (String term : terms) {
            if (letters.startsWith(term)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> sides(String listed) {
        return Set.copyOf(terms(listed));
    }

    private static boolean endsWith(String letters, List<String> terms) {
        for (String term : terms) {
            if (letters.endsWith(term)) {
                return true;
            }
        }
        return false;
    }

    /** Every term, by its letters. */
    static Stream<String> all() {
        return Stream.of(
                        OPENING,
                        FORWARD,
                        CLOSING,
                        CARRIED,
                        TOTAL,
                        TOTAL_AT_END,
                        DATED_BALANCE,
                        TURNED_BALANCE,
                        CREDIT_SIDE,
                        DEBIT_SIDE)
                .flatMap(Collection::stream);
    }

    static List<String> terms(String listed) {
        return List.of(listed.split(",")).stream().map(Vocabulary::letters).toList();
    }
}
