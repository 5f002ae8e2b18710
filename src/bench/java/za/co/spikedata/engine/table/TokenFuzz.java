package za.co.spikedata.engine.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import za.co.spikedata.bench.fuzz.FuzzTarget;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;

/** Any text as a line of words: tokens lie within the line, and names are found or not. */
public final class TokenFuzz implements FuzzTarget {
    private static final double SIZE = 8;
    private static final List<String> LINES =
            List.of(
                    "05/01/2026 Card purchase -1,234.50 10 000.00 Cr",
                    "2026-01-05  5 January 2026   Jan 5, 2026  05JAN26 20260105 260105",
                    "R 1.234,56-  (12.00)  1'000.00  +5  \u20ac9 99 000.0 DR 1\u00a0234,50",
                    "Opening balance brought forward Datum Bedrag Saldo Debit Credit",
                    "\u0660\u0661\u0662\u066b\u0663\u0664 \u0967\u0968/\u0966\u0967/\u0968\u0966\u0968\u096c");

    @Override
    public void read(byte[] input) {
        var words = new ArrayList<Word>();
        double left = 0;
        for (String text : new String(input, StandardCharsets.UTF_8).split(" ")) {
            double width = text.length() * SIZE / 2;
            if (!text.isBlank()) {
                words.add(new Word(text, new Box(left, 0, width, SIZE), SIZE));
                Vocabulary.nameOf(text);
                Vocabulary.sideOf(text);
                Vocabulary.letters(text);
            }
            left += width + SIZE / 3;
        }
        if (words.isEmpty()) {
            return;
        }
        LineText line = LineText.of(words);
        for (DateToken date : new DateLexer().find(line)) {
            within(date.firstWord(), date.lastWord(), words.size());
        }
        for (MoneyToken money : new MoneyLexer().find(line)) {
            within(money.firstWord(), money.lastWord(), words.size());
            if (money.magnitude().cents() < 0) {
                throw new IllegalStateException("Expected a magnitude");
            }
        }
        Vocabulary.nameOf(line.text());
    }

    private static void within(int first, int last, int count) {
        if (first < 0 || last < first || last >= count) {
            throw new IllegalStateException("Expected a token within the line");
        }
    }

    @Override
    public List<byte[]> seeds() {
        return LINES.stream().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
