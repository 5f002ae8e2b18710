package za.co.spikedata.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the served description says, in the order a page shows it. */
record Described(
        String version, List<Operation> operations, List<Operation> webhooks, List<Shape> shapes) {
    private static final String SHAPES = "#/components/schemas/";
    private static final String RESPONSES = "#/components/responses/";
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    Described {
        operations = List.copyOf(operations);
        webhooks = List.copyOf(webhooks);
        shapes = List.copyOf(shapes);
    }

    /**
     * @param id names it within the page
     * @param isOpen whether it is answered without a token
     * @param takes media types of the body
     */
    record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            boolean isOpen,
            List<Field> parameters,
            List<Media> takes,
            List<Answer> answers) {}

    /**
     * @param place of a parameter, such as {@code header}; empty for a property
     * @param shape name of another shape it is; empty for plain values
     */
    record Field(
            String name,
            String place,
            boolean isRequired,
            String type,
            String shape,
            String description) {}

    record Media(String type, String shape, String description) {}

    /** Answers of the same kind share a line. */
    record Answer(String status, String description, List<Media> media) {
        Answer with(String statuses) {
            return new Answer(statuses, description, media);
        }
    }

    /** A named form of JSON. */
    record Shape(String name, String description, List<Field> fields) {}

    static Described of(JsonNode root) {
        var shapes = new ArrayList<Shape>();
        root.at("/components/schemas")
                .forEachEntry((name, schema) ->
                        shapes.add(new Shape(name, text(schema, "description"), fields(schema))));
        return new Described(
                root.at("/info/version").asString(),
                operations(root, "paths"),
                operations(root, "webhooks"),
                shapes);
    }

    private static List<Operation> operations(JsonNode root, String section) {
        var all = new ArrayList<Operation>();
        root.path(section)
                .forEachEntry((path, item) -> {
                    for (var method : METHODS) {
                        if (item.has(method)) {
                            all.add(operation(root, path, item, method));
                        }
                    }
                });
        return all;
    }

    private static Operation operation(JsonNode root, String path, JsonNode item, String method) {
        var operation = item.get(method);
        var parameters = new ArrayList<Field>();
        for (var all : List.of(item.path("parameters"), operation.path("parameters"))) {
            all.forEach(each -> parameters.add(parameter(each)));
        }
        var answers = new LinkedHashMap<Answer, String>();
        operation
                .path("responses")
                .forEachEntry((status, response) ->
                        answers.merge(
                                answer(root, "", response),
                                status,
                                (all, one) -> all + ", " + one));
        var security = operation.path("security");
        return new Operation(
                operation.path("operationId").asString(path.replace('.', '-')),
                method.toUpperCase(Locale.ROOT),
                path,
                text(operation, "summary"),
                text(operation, "description"),
                security.isArray() && security.isEmpty(),
                parameters,
                media(operation.at("/requestBody/content")),
                answers.entrySet().stream()
                        .map(each -> each.getKey().with(each.getValue()))
                        .toList());
    }

    private static Answer answer(JsonNode root, String status, JsonNode response) {
        var reference = text(response, "$ref");
        var told = reference.startsWith(RESPONSES) ? root.at(reference.substring(1)) : response;
        return new Answer(status, text(told, "description"), media(told.path("content")));
    }

    private static List<Media> media(JsonNode content) {
        var all = new ArrayList<Media>();
        content.forEachEntry((type, media) -> {
            var schema = media.path("schema");
            all.add(new Media(type, shape(schema), text(schema, "description")));
        });
        return all;
    }

    private static Field parameter(JsonNode parameter) {
        var schema = parameter.path("schema");
        return new Field(
                text(parameter, "name"),
                text(parameter, "in"),
                parameter.path("required").asBoolean(false),
                type(schema),
                shape(schema),
                text(parameter, "description"));
    }

    private static List<Field> fields(JsonNode schema) {
        var required =
                StreamSupport.stream(schema.path("required").spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet());
        var fields = new ArrayList<Field>();
        schema.path("properties")
                .forEachEntry((name, property) ->
                        fields.add(
                                new Field(
                                        name,
                                        "",
                                        required.contains(name),
                                        type(property),
                                        shape(property),
                                        text(property, "description"))));
        return fields;
    }

    /** Such as {@code string (uuid)}, or the values it may have. */
    private static String type(JsonNode schema) {
        if (schema.has("enum")) {
            return StreamSupport.stream(schema.get("enum").spliterator(), false)
                    .map(JsonNode::asString)
                    .collect(Collectors.joining(" | "));
        }
        var type = text(schema, "type");
        var inner =
                type.equals("object") && schema.has("properties")
                        ? "{" + String.join(", ", schema.get("properties").propertyNames()) + "}"
                        : text(schema, "format");
        return inner.isEmpty() ? type : type + " " + inner;
    }

    private static String shape(JsonNode schema) {
        var reference =
                text(schema.path("items").isObject() ? schema.get("items") : schema, "$ref");
        return reference.startsWith(SHAPES) ? reference.substring(SHAPES.length()) : "";
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
