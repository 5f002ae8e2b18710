package za.co.spikedata.engine.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.table.TokenLine;

/** Lines above those of many statements, of whose days they tell; read for their custom once. */
public final class Preface {
    private final List<TokenLine> lines;
    private Custom.@Nullable Signs signs;

    public Preface(List<TokenLine> lines) {
        this.lines = lines;
    }

    public List<TokenLine> lines() {
        return lines;
    }

    Custom.Signs signs() {
        if (signs == null) {
            signs = Custom.Signs.of(lines);
        }
        return signs;
    }
}
