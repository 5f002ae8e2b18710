package za.co.spikedata.engine.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import za.co.spikedata.bench.fuzz.FuzzTarget;
import za.co.spikedata.bench.hostile.RawPdf;

/** Any bytes as tokens: every operand can be asked for. */
public final class LexerFuzz implements FuzzTarget {
    @Override
    public void read(byte[] input) throws IOException {
        var lexer = new Lexer(new ByteArrayInputStream(input));
        int operator = lexer.operator();
        int operators = 0;
        while (operator != Lexer.END) {
            for (int i = 0; i < lexer.count(); i++) {
                lexer.kind(i);
                lexer.text(i);
                if (Double.isNaN(lexer.fromEnd(i))) {
                    throw new IllegalStateException("Expected a number");
                }
            }
            if (operator == Operator.IMAGE_DATA) {
                lexer.skipImage();
            }
            if (++operators > input.length) {
                throw new IllegalStateException("Expected no more operators than bytes");
            }
            operator = lexer.operator();
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                RawPdf.latin(RawPdf.content()),
                RawPdf.latin(
                        "BI /W 1 ID \0\1 EI [(a\\051\\n) -12.5 <4142>] TJ /N#41 gs % c\n1 .5 cm"));
    }
}
