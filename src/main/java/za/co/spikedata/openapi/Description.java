package za.co.spikedata.openapi;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A description that grows by controllers and announcements. */
public final class Description {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final Schemas schemas = new Schemas();
    private final ObjectNode root;
    private final ObjectNode paths;
    private final ObjectNode webhooks;
    private final List<Integer> everywhere;

    /**
     * @param head what no operation says: {@code openapi}, {@code info}, {@code security} and its
     *     schemes
     * @param problem the record that problems are written as (RFC 9457)
     * @param everywhere statuses of problems in which every operation may end that is not open
     */
    public Description(ObjectNode head, Class<?> problem, Collection<Integer> everywhere) {
        this.root = head.deepCopy();
        this.paths = root.putObject("paths");
        this.webhooks = root.putObject("webhooks");
        this.everywhere = List.copyOf(everywhere);
        var response =
                root.withObject("/components/responses")
                        .putObject("Problem")
                        .put("description", "What is wrong (RFC 9457).");
        response.putObject("content")
                .putObject("application/problem+json")
                .set("schema", schemas.of(problem));
    }

    /** Adds all methods of a controller that are described. */
    public Description with(Class<?> controller) {
        Arrays.stream(controller.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Operation.class))
                .sorted(Comparator.comparing(Description::path).thenComparing(Method::getName))
                .forEach(this::add);
        return this;
    }

    /** Adds schemas that were made elsewhere, by name. */
    public Description with(ObjectNode named) {
        schemas.named().setAll(named);
        return this;
    }

    public Description with(Announcement announcement) {
        var told =
                webhooks.putObject(announcement.name())
                        .putObject("post")
                        .put("summary", announcement.summary())
                        .put("description", announcement.description());
        told.putArray("security");
        var parameters = told.putArray("parameters");
        for (var header : announcement.headers()) {
            parameters
                    .addObject()
                    .put("name", header.name())
                    .put("in", "header")
                    .put("required", true)
                    .put("description", header.says())
                    .set("schema", schemas.of(header.type()));
        }
        told.putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/json")
                .set("schema", schemas.of(announcement.form()));
        told.putObject("responses").putObject("200").put("description", announcement.answers());
        return this;
    }

    /** The whole, as it is so far. */
    public ObjectNode json() {
        var whole = root.deepCopy();
        whole.withObject("/components").set("schemas", schemas.named().deepCopy());
        return whole;
    }

    private void add(Method method) {
        var operation = method.getAnnotation(Operation.class);
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            throw new IllegalArgumentException("Expected a mapping of " + method);
        }
        var path = path(method);
        var told =
                paths.withObjectProperty(path)
                        .putObject(mapping.method()[0].name().toLowerCase(Locale.ROOT))
                        .put("operationId", operation.id())
                        .put("summary", operation.summary());
        if (!operation.description().isEmpty()) {
            told.put("description", operation.description());
        }
        if (operation.isOpen()) {
            told.putArray("security");
        }
        var parameters = parameters(path, operation.parameters());
        if (!parameters.isEmpty()) {
            told.set("parameters", parameters);
        }
        if (operation.takes().length > 0) {
            var body = told.putObject("requestBody").put("required", true);
            content(body.putObject("content"), operation.takes());
        }
        answers(told.putObject("responses"), operation);
    }

    private ArrayNode parameters(String path, Operation.Parameter[] parameters) {
        var told = JsonMapper.shared().createArrayNode();
        VARIABLE.matcher(path)
                .results()
                .forEach(each ->
                        told.addObject()
                                .put("name", each.group(1))
                                .put("in", "path")
                                .put("required", true)
                                .set("schema", schemas.of(UUID.class)));
        for (var each : parameters) {
            var parameter = told.addObject().put("name", each.name()).put("in", each.in());
            says(parameter, each.says()).set("schema", schema(each));
        }
        return told;
    }

    private void answers(ObjectNode told, Operation operation) {
        var answer = operation.answers();
        var success =
                told.putObject(String.valueOf(answer.status())).put("description", answer.says());
        if (answer.headers().length > 0) {
            var headers = success.putObject("headers");
            for (var each : answer.headers()) {
                says(headers.putObject(each.name()), each.says()).set("schema", schema(each));
            }
        }
        content(success.putObject("content"), answer.bodies());
        var statuses =
                Stream.concat(
                                Arrays.stream(operation.refuses()).boxed(),
                                operation.isOpen() ? Stream.of() : everywhere.stream())
                        .toList();
        for (int status : new TreeSet<>(statuses)) {
            told.putObject(String.valueOf(status)).put("$ref", "#/components/responses/Problem");
        }
    }

    private void content(ObjectNode content, Operation.Body[] bodies) {
        for (var body : bodies) {
            var schema =
                    body.shape().isEmpty() ? schemas.of(body.form()) : Schemas.named(body.shape());
            if (body.form() == byte[].class) {
                schema.put("contentMediaType", body.type());
            }
            content.putObject(body.type()).set("schema", says(schema, body.says()));
        }
    }

    private ObjectNode schema(Operation.Parameter parameter) {
        var schema = schemas.of(parameter.type());
        if (!parameter.pattern().isEmpty()) {
            schema.put("pattern", parameter.pattern());
        }
        if (parameter.range().length > 0) {
            schema.put("minimum", parameter.range()[0])
                    .put("default", parameter.range()[1])
                    .put("maximum", parameter.range()[2]);
        }
        return schema;
    }

    private static ObjectNode says(ObjectNode node, String text) {
        return text.isEmpty() ? node : node.put("description", text);
    }

    private static String path(Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null ? "" : mapping.path()[0];
    }
}
