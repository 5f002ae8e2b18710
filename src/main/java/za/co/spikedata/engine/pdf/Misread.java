package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.Place;

/** Where digits stand that a machine is told are others than people see. */
final class Misread {
    private static final double WEIGHT = 1;
    private static final int MOST = 3;

    private Misread() {}

    static List<Signal> of(
            Ink ink, Paint paint, GlyphWitness witness, int page, UprightPage upright) {
        var signals = new ArrayList<Signal>();
        for (Paint.Run run : paint.runs()) {
            if (signals.size() < MOST
                    && ink.isSeen(run.from())
                    && witness.isMisleading(run.font())
                    && hasDigit(ink, run)) {
                Area area = Unseen.area(ink, run.from()).with(Unseen.area(ink, run.to() - 1));
                signals.add(
                        new Signal(
                                Sign.MISNAMED_DIGITS,
                                Optional.of(new Place(page, upright.box(area))),
                                WEIGHT));
            }
        }
        return signals;
    }

    private static boolean hasDigit(Ink ink, Paint.Run run) {
        for (int i = run.from(); i < run.to(); i++) {
            if (ink.text(i).chars().anyMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }
}
