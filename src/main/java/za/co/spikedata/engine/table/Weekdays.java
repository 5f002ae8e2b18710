package za.co.spikedata.engine.table;

import java.util.List;
import java.util.Set;

/** The names of days of the week, long and short, as they stand before a date. */
public final class Weekdays {
    private static final Set<String> NAMES =
            Set.copyOf(
                    List.of(
                            ("monday tuesday wednesday thursday friday saturday sunday mon tue tues"
                                            + " wed thu thur thurs fri sat sun maandag dinsdag woensdag"
                                            + " donderdag vrydag saterdag sondag vrijdag zaterdag zondag ma"
                                            + " di wo do vr za zo montag dienstag mittwoch donnerstag freitag"
                                            + " samstag sonntag lundi mardi mercredi jeudi vendredi samedi"
                                            + " dimanche lunes martes miercoles jueves viernes sabado domingo"
                                            + " segundafeira tercafeira quartafeira quintafeira sextafeira"
                                            + " lunedi martedi mercoledi giovedi venerdi sabato domenica"
                                            + " umsombuluko ulwesibili ulwesithathu ulwesine ulwesihlanu"
                                            + " umgqibelo isonto umvulo lwesibini lwesithathu lwesine"
                                            + " lwesihlanu icawa")
                                    .split(" ")));

    private Weekdays() {}

    public static boolean names(String word) {
        return NAMES.contains(Vocabulary.letters(word));
    }
}
