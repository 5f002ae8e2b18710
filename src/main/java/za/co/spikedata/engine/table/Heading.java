package za.co.spikedata.engine.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a column says it holds; a hint, since arithmetic decides. */
public enum Heading {
    VALUE_DATE(
            "liq,fecha liq,valeur,val date,value dt,usuku lwenani,umhla wexabiso,letsatsi la"
                    + " boleng,letlha la boleng,siku ra nkoka,lusuku lwelinani,datumu ya ndeme,ilanga"
                    + " lenani,value date,date valeur,effective date,action"
                    + " date,wert,wertstellung,valuta,valuta datum,waarde datum,fecha valor,data"
                    + " valor,起息日"),
    DATE(
            "oper,fecha oper,date ope,txn dt,tran dt,date and time,date time,sale"
                    + " date,trans,usuku,umhla,letsatsi,letlha,letšatšikgwedi,siku,lusuku,datumu,ilanga,date,datum,posting"
                    + " date,post date,posted date,posted,trans date,tran date,transaction date,process"
                    + " date,buchung,buchungstag,buchungsdatum,date operation,fecha,data,data"
                    + " mov,booking date,data operazione,data contabile,data operacji,data"
                    + " ksiegowania,bokforingsdag,bokfort,transaktionsdag,bokforingsdatum,bogforingsdato,dato,kirjauspaiva,datum"
                    + " zauctovani,konyveles datuma,islem tarihi,tarih,tanggal,tarikh,ngay,дата,дата"
                    + " операции,日期时间,ημερομηνια,ημ νια,取引日,お取引日,年月日,거래일자,거래일,거래일시,التاريخ,תאריך,วันที่,completed"
                    + " date,started date,completion time,交易日期,日期,记账日期,transaksie datum,date"
                    + " comptable,txn date"),
    DESCRIPTION(
            "transaksiebeskrywing,narration,incazelo,inkcazelo,tlhaloso,tlhalošo,nhlamuselo,inchazelo,ṱhaluso,ihlathululo,description,transaction"
                    + " description,details,transaction"
                    + " details,transaction,transactions,particulars,narrative,activity,beskrywing,transaksie"
                    + " beskrywing,besonderhede,vorgang,verwendungszweck,buchungsinformation,vorgang"
                    + " buchungsinformation,operation,operations,libelle,descripcion,concepto,descricao,historico,opis"
                    + " operacji,opis,tytul,text,referens,specifikation,tekst,selite,popis,aciklama,keterangan,butiran,noi"
                    + " dung,описание,назначение"
                    + " платежа,お取引内容,摘要欄,お取り扱い内容,αιτιολογια,内容,적요,거래내용,البيان,الوصف,تفاصيل,תיאור,תיאור"
                    + " התנועה,פרטים,รายการ,naam omschrijving,nature des operations,libelle des"
                    + " operations,erlauterung,buchungstext,historico de"
                    + " lancamentos,lancamentos,descrizione,omschrijving,摘要,交易摘要,payment type and"
                    + " details,details of transaction,description"
                    + " reference,merchant,payee,remarks,text,transaction information"),
    REFERENCE(
            "reference,ref,reference number,ref no,verwysing,referenz,customer reference,your"
                    + " reference,their reference,参考"),
    FEE(
            "izindleko,iintlawulo,ditefiso,dituelo,ditefelo,tihakelo,tindleko,mbadelo,iindleko,fee,fees,bank"
                    + " fees,bank fee,charge,charges,bank charges,bank charge,service fee,service"
                    + " fees,koste,bankkoste,gebuehr,gebuhr,frais,commission,手续费,vat"),
    /** Fees of which each row prints what it adds to a sum that is taken later. */
    ACCRUED(
            "accrued,accrued bank charges,bank accrued charges,accrued charges,accrued fees,accrued bank"
                    + " fees,opgeloopte bankkoste,opgeloopte koste,opgeloopte"),
    DEBIT(
            "auszahlung,auszahlungen,zu ihren lasten,belastungen,addebiti,addebito,uscite,bedrag"
                    + " af,bedrag af"
                    + " debet,χρεωση,terheles,uttag,wyplaty,obciazenia,vydaje,borc,pengeluaran,debet,расход,списание,お支払金額,支払金額,出金,お引出し,출금,출금액,찾으신금액,مدين,חובה,ถอน,debietbedrag,idebhithi,idebithi,debiti,debithi,tebiti,tepiti,debit,debits,debit"
                    + " amount,debit amounts,debit s,money out,paid"
                    + " out,withdrawal,withdrawals,payment,payments,out,soll,debiet,debiete,debit"
                    + " euros,sortie,lastschrift,belastung,debe,cargo,cargos,debito,debitos,af,dare,uitbetalings,支出,借方,withdrawal"
                    + " amt,withdrawal amount,payments out,outgoing,spent,checks debits,withdrawals"
                    + " debits,withdrawn,uitgaand"),
    CREDIT(
            "einzahlung,einzahlungen,zu ihren"
                    + " gunsten,gutschriften,accrediti,accredito,entrate,bedrag bij,bedrag bij"
                    + " credit,πιστωση,jovairas,insattning,wplaty,uznania,prijmy,alacak,penerimaan,приход,зачисление,お預り金額,預り金額,入金,お預入れ,입금,입금액,맡기신금액,دائن,זכות,ฝาก,kredietbedrag,ikhredithi,krediti,kherediti,khrediti,khredithi,credit,credits,credit"
                    + " amount,credit amounts,credit s,money in,paid"
                    + " in,deposit,deposits,in,haben,krediet,krediete,credit"
                    + " euros,entree,gutschrift,haber,abono,abonos,credito,creditos,bij,avere,收入,贷方,receipts,deposit"
                    + " amt,deposit amount,payments in,incoming,received,deposits"
                    + " credits,inkomend,inbetalings"),
    BALANCE(
            "saldo po operacji,bokfort saldo,zustatek,υπολοιπο,egyenleg,bakiye,baki,so"
                    + " du,остаток,баланс,差引残高,残高,お預り残高,잔액,거래후잔액,الرصيد,יתרה,ยอดคงเหลือ,账户余额,本次余额,ibhalansi,balanse,balantshe,balansi,balantsi,balance,running"
                    + " balance,running bal,saldo,solde,available balance,account"
                    + " balance,余额,账户余额,kontostand,bal,closing balance,ledger balance,capital"
                    + " balance,interest balance,book balance,balance owing,amount owing,balance"
                    + " due,outstanding balance,balance outstanding"),
    AMOUNT(
            "kwota,belopp,belob,castka,osszeg,tutar,jumlah,amaun,so"
                    + " tien,сумма,金額,お取引金額,거래금액,المبلغ,סכום,收入支出金额,发生额,bedrag eur,betrag eur,betrag in"
                    + " eur,importo"
                    + " eur,inani,isixa,chelete,madi,tšhelete,mali,linani,tshelede,imali,amount,transaction"
                    + " amount,bedrag,betrag,montant,importe,valor,importo,交易金额,金额,umsatz,amount"
                    + " due,transaksie bedrag,montant euros,montante,value,original amount,instalment,excl"
                    + " vat,incl vat,amount excl vat,amount incl vat,vat amount"),
    /** Holds figures of which the words do not say what they do: a balance, or what moves it. */
    FIGURE("total,outstanding"),
    SIDE(
            "uhlobo,mofuta,mohuta,muxaka,luhlobo,lushaka,umhlobo,tipe,type,dr cr,cr dr,d c,dc,debit"
                    + " credit,credit debit,af bij,transaction type,indicator"),
    OTHER(
            "entry no,event no,tran list no,no,page,site,branch,category,card no,card"
                    + " number,code,cheque no,cheque number,check no,check"
                    + " number,check,number,teller,channel,seq,item,time,qty,price,currency,chq"
                    + " no,serial,month,country,rate");

    private static final Map<String, Heading> BY_TERM = byTerm();
    private static final Pattern BRACKETED = Pattern.compile("\\([^)]*\\)");
    private static final Pattern OPEN_BRACKET = Pattern.compile("[(\\[].{0,4}[)\\]]?$");

    private final List<String> terms;

    Heading(String terms) {
        this.terms = Vocabulary.terms(terms);
    }

    /** A term two headings share is the first one's. */
    private static Map<String, Heading> byTerm() {
        var headings = new HashMap<String, Heading>();
        for (Heading heading : values()) {
            heading.terms.forEach(term -> headings.putIfAbsent(term, heading));
        }
        return Map.copyOf(headings);
    }

    /** Every term of every heading, by its letters. */
    static Set<String> all() {
        return BY_TERM.keySet();
    }

    /** The column may hold figures. */
    public boolean isMoney() {
        return switch (this) {
            case FEE, ACCRUED, DEBIT, CREDIT, BALANCE, AMOUNT, FIGURE -> true;
            case DATE, VALUE_DATE, DESCRIPTION, REFERENCE, SIDE, OTHER -> false;
        };
    }

    /** The column may hold fees, taken with their rows or later. */
    public boolean isFee() {
        return this == FEE || this == ACCRUED;
    }

    /** The heading these words are, by letters alone and without a currency in brackets. */
    static Optional<Heading> of(String printed) {
        boolean brackets = printed.indexOf('(') >= 0 || printed.indexOf('[') >= 0;
        String bare =
                brackets
                        ? OPEN_BRACKET
                                .matcher(BRACKETED.matcher(printed).replaceAll(""))
                                .replaceAll("")
                        : printed;
        return Optional.ofNullable(BY_TERM.get(Vocabulary.letters(bare)));
    }
}
