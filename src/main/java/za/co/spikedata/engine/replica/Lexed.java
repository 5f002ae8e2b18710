package za.co.spikedata.engine.replica;

import java.util.List;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;
import za.co.spikedata.engine.table.Vocabulary.Name;

/** What the engine sees in a line apart from what it says. */
record Lexed(List<String> dates, List<String> money, Name name, List<Integer> sides) {
    static Lexed of(TokenLine line) {
        return new Lexed(
                line.dates().stream()
                        .filter(date -> !date.weak())
                        .map(date ->
                                date.firstWord()
                                        + " "
                                        + date.lastWord()
                                        + " "
                                        + date.form()
                                        + " "
                                        + date.hasYear())
                        .toList(),
                line.money().stream()
                        .filter(money -> money.strong())
                        .map(money ->
                                money.firstWord()
                                        + " "
                                        + money.lastWord()
                                        + " "
                                        + money.minus()
                                        + money.plus()
                                        + money.embedded()
                                        + money.mark())
                        .toList(),
                Vocabulary.nameOf(line.printed()),
                line.words().stream().map(Word::text).map(Vocabulary::sideOf).toList());
    }
}
