package za.co.spikedata.engine.table;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words papers are furnished with: headings, names of balances and totals, titles of lists,
 * sides, currencies and the labels of an account. They tell of a paper's making and nothing of
 * whose it is.
 */
public final class Furniture {
    private static final String LABELS =
            "account,account number,account no,account type,account name,account holder,holder,acc,"
                    + "rekening,rekeningnommer,rekeninghouer,nommer,konto,kontonummer,kontoinhaber,compte,titulaire,cuenta,conta,titular,iban,number,num,no,nr,card,credit"
                    + " card,card number,kredietkaart,kreditkarte,statement,statement"
                    + " period,period,tydperk,staat,page,of,"
                    + "bladsy,van,seite,von,from,to,tot,bis,through,thru,until,till,and,for,vir,en,kuya,ukuya,ho"
                    + " isa,go ya,ku ya,u swika,desde,hasta,ate,du,au,dal,al,minimum payment,minimum"
                    + " amount due,due,cash advances,credit"
                    + " limit,limit,interest,rate,vat,reg,branch,code,your,next,payment,is,on,at,start,end,statement"
                    + " date,issued,currency,"
                    + "summary,transactions,history,edluliselwe,edlulisiwe,edlulisiweko,letfulisiwe,"
                    + "lendluliswe,tlisitsweng,fetisitsweng,e,ya,go,yeo,leyi,yo,tlisitswego,fetisitswego,"
                    + "tisiweke,yisiweke,diswaho,iswaho,oorgebring,oorgedra";

    private static final String CURRENCIES =
            "r,zar,usd,eur,gbp,sgd,aud,nzd,cad,cny,jpy,hkd,inr,bwp,nad,chf,sek,nok,dkk,pln,brl,mxn,"
                    + "kes,ngn,ghs,aed,mur,szl,lsl,mzn,zmw,rs,kr,cr,dr,kt,dt,db,od";

    /** A term has no more words than this. */
    private static final int LONGEST = 6;

    private static final Set<String> TERMS =
            Stream.of(
                            Heading.all().stream(),
                            Vocabulary.all(),
                            Unposted.all(),
                            Vocabulary.terms(LABELS).stream(),
                            Vocabulary.terms(CURRENCIES).stream())
                    .flatMap(each -> each)
                    .filter(term -> !term.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CURRENCY = Set.copyOf(Vocabulary.terms(CURRENCIES));

    private Furniture() {}

    /** A currency or a side, with what stands around it: R, (ZAR or USD=. */
    public static boolean isCurrency(String printed) {
        return printed.chars().noneMatch(Character::isDigit)
                && CURRENCY.contains(Vocabulary.letters(printed));
    }

    /** Which words of a line are furniture; one that holds a digit never is. */
    public static BitSet of(List<String> printed) {
        var found = new BitSet();
        for (int i = 0; i < printed.size(); i++) {
            for (int j = i; j < Math.min(printed.size(), i + LONGEST); j++) {
                if (printed.get(j).chars().anyMatch(Character::isDigit)) {
                    break;
                }
                if (isTerm(String.join(" ", printed.subList(i, j + 1)))) {
                    found.set(i, j + 1);
                }
            }
        }
        return found;
    }

    /** Papers print two languages beside one another, parted by a stroke. */
    private static boolean isTerm(String words) {
        List<String> parts =
                Stream.of(words.split("[/&()]"))
                        .map(Vocabulary::letters)
                        .filter(part -> !part.isEmpty())
                        .toList();
        return TERMS.containsAll(parts);
    }
}
