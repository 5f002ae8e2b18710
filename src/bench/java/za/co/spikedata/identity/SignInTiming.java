package za.co.spikedata.identity;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import za.co.spikedata.bench.BenchPortal;

/**
 * Asks the running portal for sign-ins and resets of all kinds of addresses, in turns, and prints
 * whether time tells them apart from an unknown one; what seems to is measured once more.
 */
final class SignInTiming {
    private static final int WARM_UP = 20;

    private SignInTiming() {}

    public static void main(String[] arguments) throws IOException {
        int samples = Integer.parseInt(arguments[0]);
        boolean isAlike = true;
        try (var portal = BenchPortal.start("sign-in-timing", "--portal.trusted=127.0.0.1")) {
            new AnswerTimes(portal.context(), portal.port(), Math.min(samples, WARM_UP)).ofSignIn();
            var times = new AnswerTimes(portal.context(), portal.port(), samples);
            System.out.printf("Sign-in, %d samples of each:%n", samples);
            isAlike &= isAlike(times::ofSignIn);
            System.out.printf("Reset, %d samples of each:%n", samples);
            isAlike &= isAlike(times::ofReset);
        }
        System.exit(isAlike ? 0 : 1);
    }

    /** Chance makes one kind unlike now and then, but hardly the same twice. */
    private static boolean isAlike(Supplier<List<AnswerTimes.Compared>> measured) {
        var first = unlike(measured.get());
        if (first.isEmpty()) {
            return true;
        }
        System.out.println("Once more:");
        return Collections.disjoint(first, unlike(measured.get()));
    }

    private static List<String> unlike(List<AnswerTimes.Compared> all) {
        all.forEach(each -> System.out.println("  " + each));
        return all.stream()
                .filter(AnswerTimes.Compared::isUnlike)
                .map(AnswerTimes.Compared::kind)
                .toList();
    }
}
