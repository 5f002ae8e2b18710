package za.co.spikedata.bench.paper;

import za.co.spikedata.bench.paper.Conventions.Amounts;
import za.co.spikedata.bench.paper.Conventions.Dates;
import za.co.spikedata.bench.paper.Conventions.Edges;
import za.co.spikedata.bench.paper.Conventions.Ends;
import za.co.spikedata.bench.paper.Conventions.Face;
import za.co.spikedata.bench.paper.Conventions.Page;
import za.co.spikedata.bench.paper.Conventions.Sign;

/** The conventions that change how rows look and nothing else. */
record Look(
        Page page,
        Amounts amounts,
        Sign sign,
        Sign balanceSign,
        String filler,
        Language language,
        Face face,
        Dates dates,
        boolean newestFirst,
        Ends ends,
        Edges edges) {
    Look on(Page other) {
        return new Look(
                other,
                amounts,
                sign,
                balanceSign,
                filler,
                language,
                face,
                dates,
                newestFirst,
                ends,
                edges);
    }

    /** Amounts in two columns tell their side by the column, in one by a minus. */
    Look with(Amounts other) {
        return new Look(
                page,
                other,
                Sign.LEADING,
                Sign.LEADING,
                "",
                language,
                face,
                dates,
                newestFirst,
                ends,
                edges);
    }

    Look in(Language other) {
        return new Look(
                page,
                amounts,
                sign,
                balanceSign,
                filler,
                other,
                Face.EMBEDDED,
                dates,
                newestFirst,
                ends,
                edges);
    }

    Look with(Dates other) {
        return new Look(
                page,
                amounts,
                sign,
                balanceSign,
                filler,
                language,
                face,
                other,
                newestFirst,
                ends,
                edges);
    }

    Look ordered(boolean newest) {
        return new Look(
                page,
                amounts,
                sign,
                balanceSign,
                filler,
                language,
                face,
                dates,
                newest,
                Ends.SUMMARY,
                Edges.HEADINGS);
    }
}
