package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.format.Origin;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;

/** A page typed as text: each character is 5 points wide, each line 12 points high. */
record Paper(List<String> lines) {
    private static final Pattern WORD = Pattern.compile("\\S+");

    static Paper of(String text) {
        return new Paper(text.lines().toList());
    }

    static Verdict verdict(String text) {
        return ((ReadResult.Read) of(text).read()).verdict();
    }

    Paper without(int line) {
        var left = new ArrayList<>(lines);
        left.remove(line);
        return new Paper(left);
    }

    Paper with(int line, String text) {
        var changed = new ArrayList<>(lines);
        changed.set(line, text);
        return new Paper(changed);
    }

    Paper above(String text) {
        var more = new ArrayList<>(lines);
        more.addFirst(text);
        return new Paper(more);
    }

    Paper doubling(int line) {
        var doubled = new ArrayList<>(lines);
        doubled.add(line, lines.get(line));
        return new Paper(doubled);
    }

    ReadResult read() {
        return new Assembler(Banks.NONE, new Origin(Optional.empty(), Optional.empty()), List.of())
                .assemble(List.of(page(1)));
    }

    Page page(int number) {
        var printed = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            var words = new ArrayList<Word>();
            var matcher = WORD.matcher(lines.get(i));
            while (matcher.find()) {
                double width = (matcher.end() - matcher.start()) * 5 - 0.2;
                words.add(
                        new Word(
                                matcher.group(),
                                new Box(matcher.start() * 5, i * 12, width, 9),
                                9));
            }
            if (!words.isEmpty()) {
                printed.add(Line.of(words));
            }
        }
        return new Page(number, 595, 842, printed);
    }
}
