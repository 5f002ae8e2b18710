package za.co.spikedata.statements;

import java.util.List;
import za.co.spikedata.engine.model.Authenticity;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.identity.Person;
import za.co.spikedata.statements.view.ResultView;
import za.co.spikedata.statements.view.Said;
import za.co.spikedata.tenancy.Tenant;

/** What speaks for a change to the file, with the row it stands in. */
final class Findings {
    private static final int MOST = 10;

    private Findings() {}

    /** What of a reading somebody is shown. */
    static ReadResult.Read shown(ReadResult.Read read, Person person, Tenant tenant) {
        return shown(read, tenant, person.role() == Person.Role.ADMINISTRATOR);
    }

    /** The same for a program, or for whoever the file is given to. */
    static ReadResult.Read shown(ReadResult.Read read, Tenant tenant, boolean inCharge) {
        return tenant.tamperFindings().areShown(inCharge) ? read : read.withoutFindings();
    }

    static List<ResultView.BreakView> of(
            Authenticity authenticity, Statement statement, int rowsAPage) {
        return authenticity.signals().stream()
                .limit(MOST)
                .map(signal -> {
                    int row = signal.place().map(place -> row(place, statement)).orElse(0);
                    return new ResultView.BreakView(
                            said(signal), row, row == 0 ? 0 : (row - 1) / rowsAPage + 1);
                })
                .toList();
    }

    private static Said said(Signal signal) {
        int page = signal.place().map(Place::page).orElse(0);
        return Said.of("finding." + signal.sign(), page);
    }

    /** The row on whose height the place lies; 0 when it is none or the whole page. */
    private static int row(Place place, Statement statement) {
        return statement.transactions().stream()
                .filter(transaction -> holds(transaction, place))
                .mapToInt(Transaction::id)
                .findFirst()
                .orElse(0);
    }

    private static boolean holds(Transaction transaction, Place place) {
        double middle = place.box().top() + place.box().height() / 2;
        return transaction.cells().stream()
                .filter(cell -> cell.place().page() == place.page())
                .map(cell -> cell.place().box())
                .anyMatch(box -> isLevel(box, middle) && place.box().height() < 3 * box.height());
    }

    private static boolean isLevel(Box box, double middle) {
        return box.top() <= middle && middle <= box.bottom();
    }
}
