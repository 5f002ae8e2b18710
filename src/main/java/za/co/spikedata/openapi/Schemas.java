package za.co.spikedata.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Schemas of types as a dialect writes them; named ones are kept and pointed at. */
public final class Schemas {
    private static final String HERE = "#/components/schemas/";

    /** Tells which of several records an object is. */
    private static final String OUTCOME = "outcome";

    private final ObjectNode named = node();
    private final Dialect dialect;

    /** As {@link Forms} writes them. */
    Schemas() {
        this(new Dialect("", constant -> Forms.tree(constant).stringValue(), Map.of()));
    }

    public Schemas(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * How records are written that are described.
     *
     * @param prefix of the names of records that have no {@link Shape}; empty to describe those
     *     where they stand
     * @param words what values of enums are written as
     * @param plain schemas of types that are written as one value
     */
    public record Dialect(
            String prefix, Function<Enum<?>, String> words, Map<Class<?>, ObjectNode> plain) {
        public Dialect {
            plain = Map.copyOf(plain);
        }

        private Optional<String> name(Class<?> form) {
            var shape = form.getAnnotation(Shape.class);
            if (shape != null) {
                return Optional.of(shape.value());
            }
            return prefix.isEmpty() ? Optional.empty() : Optional.of(prefix + form.getSimpleName());
        }
    }

    static ObjectNode node() {
        return JsonMapper.shared().createObjectNode();
    }

    /** Points at the one that is so named. */
    static ObjectNode named(String name) {
        return node().put("$ref", HERE + name);
    }

    /** All that were named so far, by name. */
    public ObjectNode named() {
        return named;
    }

    /**
     * @throws IllegalArgumentException for a type of which no form is known
     */
    public ObjectNode of(Type type) {
        return switch (type) {
            case Class<?> each when dialect.plain().containsKey(each) ->
                    dialect.plain().get(each).deepCopy();
            case ParameterizedType many when many.getRawType() == List.class ->
                    array(many.getActualTypeArguments()[0]);
            case Class<?> each when each.isRecord() || each.isSealed() -> form(each);
            case Class<?> each when each.isEnum() -> choice(each.getEnumConstants());
            case Class<?> each -> plain(each);
            default -> throw unknown(type);
        };
    }

    private ObjectNode array(Type of) {
        var array = node().put("type", "array");
        array.set("items", of(of));
        return array;
    }

    private ObjectNode form(Class<?> form) {
        var name = dialect.name(form);
        if (name.isEmpty()) {
            return object(form);
        }
        if (!named.has(name.get())) {
            named.putObject(name.get()); // it may hold itself
            named.set(name.get(), form.isSealed() ? oneOf(form) : object(form));
        }
        return named(name.get());
    }

    /**
     * What is sure of all and what is told by some, under one name for each: easy to write types
     * of.
     */
    private ObjectNode oneOf(Class<?> sealed) {
        var object = node().put("type", "object");
        var outcomes = JsonMapper.shared().createArrayNode();
        var properties = node();
        properties.putObject(OUTCOME).put("type", "string").set("enum", outcomes);
        var always = new LinkedHashSet<String>();
        for (var form : sealed.getPermittedSubclasses()) {
            outcomes.add(
                    form.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT)
                            + form.getSimpleName().substring(1));
            var one = object(form);
            properties.setAll((ObjectNode) one.get("properties"));
            var sure = one.path("required").valueStream().map(JsonNode::stringValue).toList();
            if (outcomes.size() == 1) {
                always.addAll(sure);
            }
            always.retainAll(sure);
        }
        var required = object.putArray("required").add(OUTCOME);
        always.forEach(required::add);
        object.set("properties", properties);
        return object;
    }

    /** A record, described where it stands. */
    public ObjectNode object(Class<?> form) {
        var object = node().put("type", "object");
        var required = JsonMapper.shared().createArrayNode();
        var properties = node();
        for (var component : form.getRecordComponents()) {
            var inner = optional(component.getGenericType());
            if (inner == null) {
                required.add(component.getName());
            }
            properties.set(
                    component.getName(),
                    component(inner == null ? component.getGenericType() : inner, component));
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        object.set("properties", properties);
        return object;
    }

    private ObjectNode component(Type type, RecordComponent component) {
        var schema = of(type);
        var says = component.getAnnotation(Says.class);
        if (says != null) {
            put(schema, "description", says.value());
            put(schema, "contentMediaType", says.media());
            if (says.least() > 0) {
                schema.put("minLength", says.least());
            }
        }
        return schema;
    }

    private static void put(ObjectNode schema, String name, String value) {
        if (!value.isEmpty()) {
            schema.put(name, value);
        }
    }

    private static @Nullable Type optional(Type type) {
        return type instanceof ParameterizedType some && some.getRawType() == Optional.class
                ? some.getActualTypeArguments()[0]
                : null;
    }

    private ObjectNode choice(Object[] constants) {
        var schema = node().put("type", "string");
        var words = schema.putArray("enum");
        for (var constant : constants) {
            words.add(dialect.words().apply((Enum<?>) constant));
        }
        return schema;
    }

    private static ObjectNode plain(Class<?> type) {
        if (type == Object.class) {
            return node().put("type", "object");
        }
        if (type == String.class || type == byte[].class) {
            return node().put("type", "string");
        }
        if (type == UUID.class) {
            return node().put("type", "string").put("format", "uuid");
        }
        if (type == Instant.class) {
            return node().put("type", "string").put("format", "date-time");
        }
        if (type == int.class
                || type == long.class
                || type == Integer.class
                || type == Long.class) {
            return node().put("type", "integer");
        }
        if (type == boolean.class) {
            return node().put("type", "boolean");
        }
        throw unknown(type);
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException("Expected a type with a form, not " + type);
    }
}
