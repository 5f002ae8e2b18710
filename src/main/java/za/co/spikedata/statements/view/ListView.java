package za.co.spikedata.statements.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page {@code /statements}: what I uploaded, newest first.
 *
 * @param shows filter {@code show}: {@code
 *     show.all|running|locked|proven|unproven|contradicted|refused}
 * @param show the chosen value
 * @param samples layouts to try with, empty outside the demo
 * @param notice what just happened: {@code notice.noFiles|cutOff|held}, else null
 * @param isEmpty nothing was ever uploaded; with a filter and no hits, {@code rows} alone is empty
 */
public record ListView(
        List<DocumentRow> rows,
        List<Choice> shows,
        String show,
        PagesView pages,
        LimitsView limits,
        List<Choice> samples,
        @Nullable Said notice,
        boolean isEmpty) {
    public boolean hasSamples() {
        return !samples.isEmpty();
    }
}
