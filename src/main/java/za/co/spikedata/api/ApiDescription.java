package za.co.spikedata.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import za.co.spikedata.openapi.Announcement;
import za.co.spikedata.openapi.Description;

/** The description of what programs ask for and are told (OpenAPI 3.1), made once. */
@Component
class ApiDescription {
    private static final String HEAD = "openapi-head.json";

    /** In these, whoever asks may be refused before an operation is looked at. */
    private static final List<Problem> EVERYWHERE =
            List.of(
                    Problem.MALFORMED,
                    Problem.UNAUTHORIZED,
                    Problem.FORBIDDEN,
                    Problem.TOO_MANY,
                    Problem.AWAY);

    private final byte[] bytes;

    ApiDescription(List<Announcement.Source> sources) {
        this.bytes = JsonMapper.shared().writeValueAsBytes(made(sources));
    }

    /** As it is served. */
    byte[] bytes() {
        return bytes;
    }

    ObjectNode json() {
        return (ObjectNode) JsonMapper.shared().readTree(bytes);
    }

    private static ObjectNode made(List<Announcement.Source> sources) {
        var description =
                new Description(
                        head(),
                        ProblemView.class,
                        EVERYWHERE.stream().map(each -> each.status().value()).toList());
        description.with(ResultSchema.named());
        Stream.of(DocumentsApi.class, DescriptionApi.class).forEach(description::with);
        sources.stream()
                .flatMap(source -> source.announcements().stream())
                .forEach(description::with);
        return description.json();
    }

    private static ObjectNode head() {
        try (InputStream in = ApiDescription.class.getResourceAsStream(HEAD)) {
            return (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(in, HEAD));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
