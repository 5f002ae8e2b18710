package za.co.spikedata.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Schemas of types, as {@link Forms} writes them; named ones are kept and pointed at. */
final class Schemas {
    private static final String HERE = "#/components/schemas/";

    private final ObjectNode named = node();

    static ObjectNode node() {
        return JsonMapper.shared().createObjectNode();
    }

    /** All that were named so far, by name. */
    ObjectNode named() {
        return named;
    }

    /**
     * @throws IllegalArgumentException for a type of which no form is known
     */
    ObjectNode of(Type type) {
        return switch (type) {
            case ParameterizedType many when many.getRawType() == List.class ->
                    array(many.getActualTypeArguments()[0]);
            case Class<?> each when each.isRecord() -> record(each);
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

    private ObjectNode record(Class<?> form) {
        var shape = form.getAnnotation(Shape.class);
        if (shape == null) {
            return object(form);
        }
        if (!named.has(shape.value())) {
            named.putObject(shape.value()); // it may hold itself
            named.set(shape.value(), object(form));
        }
        return node().put("$ref", HERE + shape.value());
    }

    private ObjectNode object(Class<?> form) {
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

    private static ObjectNode choice(Object[] constants) {
        var schema = node().put("type", "string");
        var words = schema.putArray("enum");
        for (var constant : constants) {
            words.add(Forms.tree(constant));
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
