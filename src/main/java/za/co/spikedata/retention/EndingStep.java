package za.co.spikedata.retention;

/** One thing that is done at a tenant's end; safe to do again, from wherever it was left. */
@FunctionalInterface
interface EndingStep {
    /** False when something stays for now; the steps after it wait. */
    boolean isDone(Ending ending);
}
