package za.co.spikedata.operations;

/** Where one is in a long list; pages count from 1. */
record Pages(int page, int last, int total) {
    static final int LINES = 50;

    static Pages of(String asked, int total) {
        int last = Math.max(1, Math.ceilDiv(total, LINES));
        int page = asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 1;
        return new Pages(Math.clamp(page, 1, last), last, total);
    }

    int from() {
        return (page - 1) * LINES;
    }
}
