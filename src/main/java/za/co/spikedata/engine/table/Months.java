package za.co.spikedata.engine.table;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Month names and their short forms, as banks of several languages print them. */
final class Months {
    private static final String[] NAMES = {
        "jan january januarie januar janvier janv janeiro enero ene gennaio gen januari ledna ianuarie ocak oca"
                + " januwari janabari janaware januware pherekgong phesekgong ferikgong bhimbidvwane"
                + " sunguti phando masingana stycznia sty янв января ינואר",
        "feb february februarie februar fevrier fevr fev fevereiro febrero febbraio februari unora febr"
                + " subat sub febhuwari febhuari februwari feberbari feberware hlakola tlhakole"
                + " indlovana nyenyenyani luhuhi nhlolanja lutego lut фев февраля פברואר",
        "mar march maart maa marz mars marco marzo mrt mrz maerz mart marts maret machi mashi mas"
                + " brezna marcius martie matshi mat matjhi hlakubele mopitlwe indlovulenkhulu nyenyankulu thafamuhwe ndasa"
                + " marca мар марта מרץ",
        "apr april avril avr abril abr aprile nisan nis dubna aprilis aprilie aprili ephreli eph epreli epr apreli"
                + " aporele apo mmese mmesa moranang mabasa dzivamisoko lambamai mbasa kwietnia kwi апр"
                + " апреля אפריל",
        "may mei mai maio mayo maggio mag mayis kvetna majus maj meyi mey motsheanong motsheganang motsheganong"
                + " inkhwekhweti mudyaxihi shundunthule nhlaba maja мая май מאי",
        "jun june junie juni juin junho junio giugno giu cervna junius iunie inhlaba haziran haz phupjane seetebosigo"
                + " khotavuxika fulwi nhlangulana czerwca cze июн июня יוני",
        "jul july julie julij juli juillet juil julho julio luglio lug cervence julius iulie temmuz tem julayi julai"
                + " julae phupu phukwi kholwane mawuwani fulwana ntulikazi lipca lip июл июля יולי",
        "aug august augustus aout agosto ago ogos srpna augusztus augusti agustos agu agustus agosti agasti aga"
                + " arhostosi agostose phato phata phatwe ingci mhawuri thangule ncwaba sierpnia sie"
                + " авг августа אוגוסט",
        "sep sept september septembre zari szeptember septembrie setembro set septiembre settembre eylul eyl septemba"
                + " septhemba setemere loetse leotshe lwetse inyoni ndzhati khubvumedzi mandulo"
                + " wrzesnia wrz сен сентября ספטמבר",
        "oct october oktober okt octobre rijna octombrie outubro out octubre ottobre ott ekim eki oktoba okthoba"
                + " oktobha okthobha oktobore nhlangula mphalane diphalane imphala tshimedzi mfumfu"
                + " pazdziernika paz окт октября אוקטובר",
        "nov november novembre listopadu noiembrie novembro noviembre lweti lara kasim kas novemba nofemere nof"
                + " pudungwana pundungwane ngwanatsele usinyikhaba hukuri lwezi listopada lis ноя"
                + " ноября נובמבר",
        "dec december desember des dezember dez decembre disember prosince decembrie dezembro diciembre dic dicembre aralik ara"
                + " desemba disemba disembha dis disemere tshitwe sedimonthole sedimothole ingongoni"
                + " nwendzamhala nyendavhusiku zibandlela grudnia gru дек декабря דצמבר"
    };

    private static final int SHORTEST = 3;
    private static final int LONGEST = 18;

    /** A name behind a noun's prefix, as in uJanuwari, is written in full. */
    private static final int SHORTEST_PREFIXED = 4;

    private static final Map<String, Integer> NUMBERS = numbers();

    private static final BitSet BEGINNINGS = beginnings();

    private Months() {}

    /** 1 to 12, or 0 when the characters are no month's name. */
    static int number(char[] text, int from, int to) {
        if (to - from < SHORTEST || to - from > LONGEST) {
            return 0;
        }
        var word = new String(text, from, to - from);
        if (!mayBegin(word, 0)) {
            return 0;
        }
        String folded = folded(word);
        Integer number = NUMBERS.get(folded);
        if (number == null && folded.length() > SHORTEST_PREFIXED && folded.startsWith("u")) {
            number = NUMBERS.get(folded.substring(1));
        }
        return number == null ? 0 : number;
    }

    /** A name of the month as long as the printed one, the most usual first; none may be. */
    static Optional<String> named(int month, String printed) {
        if (number(printed.toCharArray(), 0, printed.length()) == month) {
            return Optional.of(printed);
        }
        return Stream.of(NAMES[month - 1].split(" "))
                .filter(name -> name.length() == printed.length())
                .findFirst()
                .map(name -> cased(name, printed));
    }

    private static String cased(String name, String like) {
        var cased = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean upper = Character.isUpperCase(like.charAt(i));
            cased.append(upper ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
        }
        return cased.toString();
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

    private static int key(String name) {
        return (name.charAt(0) & 0x1F) << 10 | (name.charAt(1) & 0x1F) << 5 | name.charAt(2) & 0x1F;
    }

    private static BitSet beginnings() {
        var beginnings = new BitSet(1 << 15);
        for (String name : NUMBERS.keySet()) {
            beginnings.set(key(name));
            beginnings.set(key("u" + name));
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
        if (word.chars().allMatch(each -> each >= 'A' && each <= 'z')) {
            return word.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}'’-]", "")
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i');
    }
}
