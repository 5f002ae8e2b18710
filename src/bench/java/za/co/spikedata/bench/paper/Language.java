package za.co.spikedata.bench.paper;

import java.util.List;

/** Headings in the official languages, English beside them where banks print both. */
enum Language {
    ENGLISH(
            "Date",
            "Value date",
            "Description",
            "Amount",
            "Debit",
            "Credit",
            "Fees",
            "Balance",
            "Opening balance",
            "Closing balance",
            "Balance brought forward",
            "Balance carried forward",
            "to",
            "Type"),
    AFRIKAANS(
            "Datum",
            "Waardedatum",
            "Beskrywing",
            "Bedrag",
            "Debiet",
            "Krediet",
            "Koste",
            "Saldo",
            "Openingsaldo",
            "Afsluitingsaldo",
            "Saldo oorgebring",
            "Saldo oorgedra",
            "tot",
            "Tipe"),
    BILINGUAL(
            "Date / Datum",
            "Value date",
            "Description / Beskrywing",
            "Amount / Bedrag",
            "Debit / Debiet",
            "Credit / Krediet",
            "Fees / Koste",
            "Balance / Saldo",
            "Opening balance / Openingsaldo",
            "Closing balance / Afsluitingsaldo",
            "Balance brought forward",
            "Balance carried forward",
            "to",
            "Type"),
    ZULU(
            "Usuku",
            "Usuku lwenani",
            "Incazelo",
            "Inani",
            "Idebhithi",
            "Ikhredithi",
            "Izindleko",
            "Ibhalansi",
            "Ibhalansi yokuvula",
            "Ibhalansi yokuvala",
            "Ibhalansi edluliselwe",
            "Ibhalansi edlulisiwe",
            "kuya",
            "Uhlobo"),
    XHOSA(
            "Umhla",
            "Umhla wexabiso",
            "Inkcazelo",
            "Isixa",
            "Idebhithi",
            "Ikhredithi",
            "Iintlawulo",
            "Ibhalansi",
            "Ibhalansi yokuvula",
            "Ibhalansi yokuvala",
            "Ibhalansi edluliselwe",
            "Ibhalansi edlulisiwe",
            "ukuya",
            "Uhlobo"),
    SOTHO(
            "Letsatsi",
            "Letsatsi la boleng",
            "Tlhaloso",
            "Chelete",
            "Debiti",
            "Krediti",
            "Ditefiso",
            "Balanse",
            "Balanse e bulang",
            "Balanse e kwalang",
            "Balanse e tlisitsweng",
            "Balanse e fetisitsweng",
            "ho isa",
            "Mofuta"),
    TSWANA(
            "Letlha",
            "Letlha la boleng",
            "Tlhaloso",
            "Madi",
            "Tebiti",
            "Kherediti",
            "Dituelo",
            "Balanse",
            "Balanse ya go bula",
            "Balanse ya go tswala",
            "Balanse e e tlisitsweng",
            "Balanse e e fetisitsweng",
            "go ya",
            "Mofuta"),
    PEDI(
            "Letšatšikgwedi",
            "Letšatši la boleng",
            "Tlhalošo",
            "Tšhelete",
            "Tepiti",
            "Khrediti",
            "Ditefelo",
            "Balantshe",
            "Balantshe ya go bula",
            "Balantshe ya go tswalela",
            "Balantshe yeo e tlišitšwego",
            "Balantshe yeo e fetišitšwego",
            "go ya",
            "Mohuta"),
    TSONGA(
            "Siku",
            "Siku ra nkoka",
            "Nhlamuselo",
            "Mali",
            "Debiti",
            "Khrediti",
            "Tihakelo",
            "Balansi",
            "Balansi yo pfula",
            "Balansi yo pfala",
            "Balansi leyi tisiweke",
            "Balansi leyi yisiweke",
            "ku ya",
            "Muxaka"),
    SWATI(
            "Lusuku",
            "Lusuku lwelinani",
            "Inchazelo",
            "Linani",
            "Idebithi",
            "Ikhredithi",
            "Tindleko",
            "Ibhalansi",
            "Ibhalansi yekuvula",
            "Ibhalansi yekuvala",
            "Ibhalansi letfulisiwe",
            "Ibhalansi lendluliswe",
            "kuya",
            "Luhlobo"),
    VENDA(
            "Datumu",
            "Datumu ya ndeme",
            "Ṱhaluso",
            "Tshelede",
            "Debithi",
            "Khredithi",
            "Mbadelo",
            "Balantsi",
            "Balantsi ya u vula",
            "Balantsi ya u vala",
            "Balantsi yo ḓiswaho",
            "Balantsi yo iswaho",
            "u swika",
            "Lushaka"),
    NDEBELE(
            "Ilanga",
            "Ilanga lenani",
            "Ihlathululo",
            "Imali",
            "Idebhithi",
            "Ikhredithi",
            "Iindleko",
            "Ibhalansi",
            "Ibhalansi yokuvula",
            "Ibhalansi yokuvala",
            "Ibhalansi edlulisiweko",
            "Ibhalansi edluliselwe",
            "ukuya",
            "Umhlobo");

    private final List<String> words;

    Language(String... words) {
        this.words = List.of(words);
    }

    boolean needsEmbedding() {
        return words.stream().anyMatch(word -> word.chars().anyMatch(each -> each > 0xFF));
    }

    String date() {
        return words.get(0);
    }

    String valueDate() {
        return words.get(1);
    }

    String description() {
        return words.get(2);
    }

    String amount() {
        return words.get(3);
    }

    String out() {
        return words.get(4);
    }

    String in() {
        return words.get(5);
    }

    String fee() {
        return words.get(6);
    }

    String balance() {
        return words.get(7);
    }

    String opening() {
        return words.get(8);
    }

    String closing() {
        return words.get(9);
    }

    String brought() {
        return words.get(10);
    }

    String carried() {
        return words.get(11);
    }

    String until() {
        return words.get(12);
    }

    String type() {
        return words.get(13);
    }
}
