package za.co.spikedata.engine.table;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Month names and their short forms, as banks of several languages print them. */
final class Months {
    private static final String[] NAMES = {
        "jan january januarie januar janvier janv janeiro enero ene gennaio gen januari",
        "feb february februarie februar fevrier fevr fev fevereiro febrero febbraio februari febr",
        "mar march maart maa marz mars marco marzo mrt mrz maerz mär",
        "apr april avril avr abril abr aprile",
        "may mei mai maio mayo maggio mag",
        "jun june junie juni juin junho junio giugno giu",
        "jul july julie juli juillet juil julho julio luglio lug",
        "aug august augustus aout agosto ago augusti",
        "sep sept september septembre setembro set septiembre settembre",
        "oct october oktober okt octobre outubro out octubre ottobre ott",
        "nov november novembre novembro noviembre",
        "dec december desember des dezember dez decembre dezembro dez diciembre dic dicembre"
    };

    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;

    private static final Map<String, Integer> NUMBERS = numbers();

    private static final BitSet BEGINNINGS = beginnings();

    private Months() {}

    /** 1 to 12, or 0 when the characters are no month's name. */
    static int number(char[] text, int from, int to) {
        if (to - from < SHORTEST || to - from > LONGEST) {
            return 0;
        }
        return NUMBERS.getOrDefault(folded(new String(text, from, to - from)), 0);
    }

    /** Whether the letters from here on may be a month's name; quick and often no. */
    static boolean mayBegin(String text, int at) {
        if (at + 2 >= text.length()) {
            return false;
        }
        int key = 0;
        for (int i = at; i < at + 3; i++) {
            char each = text.charAt(i);
            if (each >= 0x80) {
                return true;
            }
            key = key << 5 | each & 0x1F;
        }
        return BEGINNINGS.get(key);
    }

    private static BitSet beginnings() {
        var beginnings = new BitSet(1 << 15);
        for (String name : NUMBERS.keySet()) {
            beginnings.set(
                    (name.charAt(0) & 0x1F) << 10
                            | (name.charAt(1) & 0x1F) << 5
                            | name.charAt(2) & 0x1F);
        }
        return beginnings;
    }

    private static Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < NAMES.length; i++) {
            for (String name : NAMES[i].split(" ")) {
                numbers.put(folded(name), i + 1);
            }
        }
        return Map.copyOf(numbers);
    }

    private static String folded(String word) {
        if (word.chars().allMatch(each -> each < 0x80)) {
            return word.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
