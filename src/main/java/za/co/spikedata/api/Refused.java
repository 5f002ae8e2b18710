package za.co.spikedata.api;

/** Ends a request with what is wrong with it. */
final class Refused extends RuntimeException {
    private final Problem problem;

    Refused(Problem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
