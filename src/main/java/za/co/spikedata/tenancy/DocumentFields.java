package za.co.spikedata.tenancy;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Single fields of a {@code tenant.yml}, by the keys that lead to them: at most two. What holds
 * nothing any more goes with its last field.
 */
record DocumentFields(ObjectNode root) {
    /** Empty where nothing is said. */
    String text(String... path) {
        return inner(path)
                .flatMap(inner -> Optional.ofNullable(inner.get(path[path.length - 1])))
                .map(found -> found.asString(""))
                .orElse("");
    }

    /** Blank: nothing is said. */
    void put(String value, String... path) {
        if (value.isBlank()) {
            remove(path);
        } else {
            made(path).put(path[path.length - 1], value.strip());
        }
    }

    /** What a list holds; empty where there is none. */
    Optional<List<String>> list(String... path) {
        return inner(path)
                .map(inner -> inner.get(path[path.length - 1]))
                .filter(JsonNode::isArray)
                .map(list -> list.valueStream().map(each -> each.asString("")).toList());
    }

    /** An empty list: nothing is said. */
    void put(List<String> values, String... path) {
        if (values.isEmpty()) {
            remove(path);
        } else {
            var list = made(path).putArray(path[path.length - 1]);
            values.forEach(list::add);
        }
    }

    /** What is usual is not said. */
    void say(boolean isSaid, boolean meaning, String... path) {
        if (isSaid) {
            made(path).put(path[path.length - 1], meaning);
        } else {
            remove(path);
        }
    }

    private void remove(String... path) {
        inner(path)
                .ifPresent(inner -> {
                    inner.remove(path[path.length - 1]);
                    if (path.length > 1 && inner.isEmpty()) {
                        root.remove(path[0]);
                    }
                });
    }

    private Optional<ObjectNode> inner(String... path) {
        if (path.length == 1) {
            return Optional.of(root);
        }
        return root.get(path[0]) instanceof ObjectNode found
                ? Optional.of(found)
                : Optional.empty();
    }

    private ObjectNode made(String... path) {
        return inner(path).orElseGet(() -> root.putObject(path[0]));
    }
}
