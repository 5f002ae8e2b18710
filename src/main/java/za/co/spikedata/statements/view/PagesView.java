package za.co.spikedata.statements.view;

/** Which page of a long list is shown; pages count from 1. */
public record PagesView(int page, int pages, int first, int last, int total) {
    /** Page {@code page} of a list of {@code total}; an impossible page becomes the nearest one. */
    public static PagesView of(int page, int perPage, int total) {
        int pages = Math.max(1, (total + perPage - 1) / perPage);
        int shown = Math.clamp(page, 1, pages);
        int last = Math.min(total, shown * perPage);
        return new PagesView(shown, pages, Math.min(total, (shown - 1) * perPage + 1), last, total);
    }

    public boolean isNeeded() {
        return pages > 1;
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages;
    }

    public int previous() {
        return page - 1;
    }

    public int next() {
        return page + 1;
    }
}
