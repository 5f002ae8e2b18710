package za.co.spikedata.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import za.co.spikedata.tally.Counted;
import za.co.spikedata.tally.Figure;
import za.co.spikedata.tally.Order;

/** Tenants' numbers as the page of all of them shows them. */
@Component
class FareViews {
    /** What tells a tenant that needs looking after; the rest is on its own page. */
    static final List<Figure> SHOWN =
            List.of(
                    Figure.PEOPLE,
                    Figure.DOCUMENTS,
                    Figure.NOT_PROVEN,
                    Figure.FAILED,
                    Figure.REQUESTS,
                    Figure.REQUESTS_FAILED,
                    Figure.CREDITS,
                    Figure.MAILS_FAILED,
                    Figure.HOSTS_TROUBLED,
                    Figure.LAST_ACTIVITY);

    private static final String NAME = "name";

    private final Names names;

    FareViews(Names names) {
        this.names = names;
    }

    /** The list as it was asked for; what is not known is by name. */
    record Asked(String part, Order order) {
        static Asked of(String part, String sort, String order) {
            var by = SHOWN.stream().filter(figure -> key(figure).equals(sort)).findFirst();
            return new Asked(
                    part.strip().toLowerCase(Locale.ROOT), new Order(by, order.equals("falling")));
        }

        public String sort() {
            return order.by().map(FareViews::key).orElse(NAME);
        }

        public String direction() {
            return order.isFalling() ? "falling" : "rising";
        }

        public String path() {
            return path(sort(), direction()) + "&page=";
        }

        /** By another column, or by the same the other way round. */
        String by(String column) {
            boolean isTurned = column.equals(sort()) ? !order.isFalling() : !column.equals(NAME);
            return path(column, isTurned ? "falling" : "rising");
        }

        private String path(String sort, String direction) {
            return UriComponentsBuilder.fromPath("/operations")
                    .queryParam("part", "{part}")
                    .queryParam("sort", sort)
                    .queryParam("order", direction)
                    .encode()
                    .buildAndExpand(part)
                    .toUriString();
        }
    }

    /**
     * A column's head.
     *
     * @param sorted as ARIA says it; null: the list is not sorted by it
     */
    record Column(String key, @Nullable String sorted, String href) {}

    /** A number in a column. */
    record Cell(String key, String text) {}

    /** A tenant in the list. */
    record Row(String id, String name, List<Cell> cells) {}

    static String key(Figure figure) {
        return figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> sorts() {
        return Stream.concat(Stream.of(NAME), SHOWN.stream().map(FareViews::key)).toList();
    }

    static List<Column> columns(Asked asked) {
        return sorts().stream()
                .map(key ->
                        new Column(
                                key,
                                key.equals(asked.sort())
                                        ? asked.order().isFalling() ? "descending" : "ascending"
                                        : null,
                                asked.by(key)))
                .toList();
    }

    Row row(Counted counted) {
        return new Row(counted.tenant().value(), names.of(counted.tenant()), cells(counted, SHOWN));
    }

    static List<Cell> all(Counted counted) {
        return cells(counted, Arrays.asList(Figure.values()));
    }

    private static List<Cell> cells(Counted counted, List<Figure> figures) {
        return figures.stream()
                .map(figure -> new Cell(key(figure), FigureText.of(counted, figure)))
                .toList();
    }
}
