package za.co.spikedata.isolation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the matrix: who may ask, and what every variable of the address stands for.
 *
 * @param ids variables of the path and parameters that name something of somebody's
 * @param plain those that name nothing of anybody's, with a value to ask with
 */
record Route(
        String method,
        String pattern,
        Access access,
        Map<String, Thing> ids,
        Map<String, String> plain) {
    /** Who may ask; everybody else is refused before anything is looked up. */
    enum Access {
        EVERYBODY,
        PEOPLE,
        /** Whoever sees statements. */
        READERS,
        /** Whoever brings statements. */
        BRINGERS,
        IN_CHARGE,
        ADMINISTRATORS,
        CONSOLE,
        /** Whoever looks into failures, on the console. */
        SUPPORT;

        boolean isOfConsole() {
            return this == CONSOLE || this == SUPPORT;
        }
    }

    /** What an id names. */
    enum Thing {
        DOCUMENT,
        UPLOAD,
        RECEIPT,
        CREDENTIAL,
        OPENING,
        DOMAIN,
        PERSON,
        WEBHOOK,
        DELIVERY,
        ISSUER
    }

    static Route of(String method, String pattern, Access access) {
        return new Route(method, pattern, access, Map.of(), Map.of());
    }

    Route id(String name, Thing thing) {
        var more = new LinkedHashMap<>(ids);
        more.put(name, thing);
        return new Route(method, pattern, access, more, plain);
    }

    Route plain(String name, String value) {
        var more = new LinkedHashMap<>(plain);
        more.put(name, value);
        return new Route(method, pattern, access, ids, more);
    }

    String key() {
        return method + " " + pattern;
    }

    /** Names of the path's variables. */
    java.util.List<String> variables() {
        return java.util.regex.Pattern.compile("\\{(\\w+)[^}]*}")
                .matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The address with these values in its path, the rest as parameters. */
    String path(Map<String, String> values) {
        var path = pattern;
        var parameters = new StringBuilder();
        for (var value : values.entrySet()) {
            var filled =
                    path.replaceAll(
                            "\\{" + value.getKey() + "(:[^}]*)?}",
                            java.util.regex.Matcher.quoteReplacement(value.getValue()));
            if (filled.equals(path) && method.equals("GET")) {
                parameters
                        .append(parameters.isEmpty() ? "?" : "&")
                        .append(value.getKey())
                        .append('=')
                        .append(value.getValue());
            }
            path = filled;
        }
        return path + parameters;
    }

    @Override
    public String toString() {
        return key();
    }
}
