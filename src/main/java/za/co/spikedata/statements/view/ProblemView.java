package za.co.spikedata.statements.view;

import java.util.List;
import za.co.spikedata.errorstore.Reports;
import za.co.spikedata.tenancy.Dates;

/**
 * How somebody tells that a result is wrong though it holds.
 *
 * @param sent when it was told, in words; empty until then
 * @param copy how far the copy is that support works from; empty until then
 * @param isOpen whether it can be told now
 * @param mistake {@code NO_CONSENT|NO_NOTE|LONG_NOTE|MEANWHILE}: what kept it; empty else
 */
public record ProblemView(String sent, String copy, boolean isOpen, String mistake) {
    /** Of a PDF that is deleted no copy can be made. */
    public static final ProblemView DELETED = new ProblemView("", "", false, "");

    private static final String MEANWHILE = "MEANWHILE";

    private static final List<String> MISTAKES =
            List.of("NO_CONSENT", "NO_NOTE", "LONG_NOTE", MEANWHILE);

    /**
     * One that was told.
     *
     * @param mistake as the address has it: whether another was told at the same time, in vain
     */
    public static ProblemView of(Reports.Sent sent, String mistake) {
        return new ProblemView(
                Dates.minute(sent.at()),
                sent.copy().name(),
                false,
                mistake.equals(MEANWHILE) ? mistake : "");
    }

    /**
     * One that can be told.
     *
     * @param mistake as the address has it
     */
    public static ProblemView open(String mistake) {
        return new ProblemView("", "", true, MISTAKES.contains(mistake) ? mistake : "");
    }

    public boolean isSent() {
        return !sent.isEmpty();
    }

    public boolean hasMistake() {
        return !mistake.isEmpty();
    }
}
