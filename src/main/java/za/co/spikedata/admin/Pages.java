package za.co.spikedata.admin;

/** Where one is in a long list; pages count from 1. */
public record Pages(int page, int last, int total) {
    public static final int LINES = 50;

    public static Pages of(String asked, int total) {
        int last = Math.max(1, Math.ceilDiv(total, LINES));
        int page = asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 1;
        return new Pages(Math.clamp(page, 1, last), last, total);
    }

    /** How many lines stand on the pages before. */
    public int from() {
        return (page - 1) * LINES;
    }
}
