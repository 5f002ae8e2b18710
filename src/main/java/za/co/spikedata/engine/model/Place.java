package za.co.spikedata.engine.model;

/** Where something is printed: page (the first is 1) and box. */
public record Place(int page, Box box) {
    public Place {
        if (page < 1) {
            throw new IllegalArgumentException("Expected a page from 1, got " + page);
        }
    }
}
