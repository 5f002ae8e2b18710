package za.co.spikedata.samples;

import java.util.List;
import java.util.Random;
import za.co.spikedata.samples.Entry.Kind;

/** Invented people, shops and firms. */
final class Names {
    private static final List<String> FIRST =
            List.of("Thandi", "Pieter", "Naledi", "Yusuf", "Anele", "Marike", "Sipho", "Zanele");
    private static final List<String> LAST =
            List.of("Voorbeeld", "Sampleton", "Mfanekiso", "Testerman", "Exampille", "Monsterman");
    private static final List<String> STREETS =
            List.of("Karee Street", "Quagga Road", "Fynbos Avenue", "Protea Lane", "Spekboom Way");
    private static final List<String> TOWNS =
            List.of("Voorbeeldstad 0001", "Sampleton 4999", "Monsterdorp 7999");
    private static final List<String> SHOPS =
            List.of(
                    "Karee Foods",
                    "N1 Garage",
                    "Streambox 12",
                    "Spekboom Nursery",
                    "Kudu Hardware",
                    "Blue Crane Books",
                    "Rooibos Cafe",
                    "Marula Pharmacy",
                    "Weaver Clothing",
                    "Aloe & Sons");
    private static final List<String> CREDITORS =
            List.of("Quagga Insure", "Protea Medical", "Suricate Fibre", "Baobab Gym", "Kiewiet");
    private static final List<String> PEOPLE =
            List.of("J Sample", "M Voorbeeld", "School Fees", "Rent Unit 4", "Garden Service");
    private static final List<String> MACHINES = List.of("Main Rd", "Sampleton Mall", "N1 City");

    private Names() {}

    static List<String> holder(Random random) {
        return List.of(
                one(FIRST, random) + " " + one(LAST, random),
                1 + random.nextInt(98) + " " + one(STREETS, random),
                one(TOWNS, random));
    }

    static String party(Kind kind, Random random) {
        return switch (kind) {
            case SALARY -> "Fynbos Trading Salary";
            case MONEY_IN, PAYMENT -> one(PEOPLE, random);
            case CARD_PURCHASE -> one(SHOPS, random);
            case DEBIT_ORDER -> one(CREDITORS, random);
            case CASH -> one(MACHINES, random);
            case AIRTIME -> "Prepaid Mobile";
            case MONTHLY_FEE -> "";
        };
    }

    private static String one(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }
}
