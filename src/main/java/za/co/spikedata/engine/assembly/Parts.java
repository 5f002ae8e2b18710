package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import za.co.spikedata.engine.reading.Ends;
import za.co.spikedata.engine.table.PrintedFigure;

/**
 * The papers and accounts of a file.
 *
 * @param starts index of the first line of each but the first
 * @param lines of the file, how many
 */
record Parts(NavigableSet<Integer> starts, int lines, NamedFigures named) {
    Parts(NavigableSet<Integer> starts, int lines, List<PrintedFigure> figures) {
        this(starts, lines, new NamedFigures(figures));
    }

    /** The first line of the part a line is in. */
    int from(int line) {
        return Optional.ofNullable(starts.floor(line)).orElse(0);
    }

    /** Behind the last line of the part a line is in. */
    int to(int line) {
        return Optional.ofNullable(starts.higher(line)).orElse(lines);
    }

    /** The balances named in the part a line is in, and in no other. */
    Ends ends(int line) {
        return named.ends(from(line), to(line));
    }

    /** The part a line is in names the balances before and after its rows. */
    boolean isEnded(int line) {
        Ends ends = ends(line);
        return !ends.opening().isEmpty() && !ends.closing().isEmpty();
    }
}
