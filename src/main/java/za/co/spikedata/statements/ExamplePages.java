package za.co.spikedata.statements;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.identity.Person;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.sandbox.Sandbox;
import za.co.spikedata.statements.view.DocumentRow;
import za.co.spikedata.statements.view.DocumentView;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.Tenant;

/**
 * The page of a result, to look at a brand with: what is read of an invented statement. Nothing is
 * kept of it, and nobody's statement is needed.
 */
@Controller
class ExamplePages {
    /** A month on one page. */
    private static final Wish WISH = new Wish(7, 1, 12);

    private final Sandbox sandbox;
    private final Clock clock;
    private volatile @Nullable Example made;

    ExamplePages(Sandbox sandbox, Clock clock) {
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /** A sample that was read. */
    private record Example(String name, int bytes, ReadResult.Read read) {}

    @GetMapping("/settings/example-result")
    String show(Person person, Tenant tenant, Model model) {
        var found = example(person);
        if (found.isEmpty()) {
            return "statements/example-later";
        }
        var example = found.get();
        var asked = new ResultViews.Asked(0, "", "printed", 1);
        var result = ResultViews.of(example.read(), asked, tenant);
        var now = clock.instant();
        var row =
                new DocumentRow(
                        "",
                        "",
                        example.name(),
                        true,
                        result.tone(),
                        result.sentence(),
                        null,
                        null,
                        Figures.size(example.bytes()),
                        Dates.minute(now),
                        now.toString());
        model.addAttribute(
                "document", new DocumentView(row, false, false, result, "", null, false, null));
        return "statements/example";
    }

    /** The same sample gives the same result, so it is read once. */
    private Optional<Example> example(Person person) {
        var known = made;
        if (known != null) {
            return Optional.of(known);
        }
        var sample = Samples.statement(Layout.STANDARD_BANK, WISH);
        var pdf = sample.pdf();
        var found =
                read(person, pdf)
                        .map(read -> new Example(sample.name() + ".pdf", pdf.length, read));
        found.ifPresent(example -> made = example);
        return found;
    }

    /** Empty when the reader had no time for it. */
    private Optional<ReadResult.Read> read(Person person, byte[] pdf) {
        return switch (sandbox.read(
                person.tenant().value(), pdf, Optional.empty(), Progress.NONE)) {
            case ReadResult.Read read -> Optional.of(read);
            case ReadResult.Unreadable _ -> Optional.empty();
        };
    }
}
