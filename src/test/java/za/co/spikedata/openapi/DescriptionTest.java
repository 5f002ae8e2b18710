package za.co.spikedata.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.openapi.Operation.Answer;
import za.co.spikedata.openapi.Operation.Body;
import za.co.spikedata.openapi.Operation.Parameter;

class DescriptionTest {
    private static final JsonMapper JSON = new JsonMapper();

    enum Colour {
        RED,
        DARK_BLUE
    }

    @Shape("Boat")
    record Boat(
            UUID id,
            @Says("As it is painted.") String name,
            Colour colour,
            Optional<Integer> masts,
            List<Boat> dinghies,
            Berth berth) {}

    record Berth(long number, boolean isFree, Instant until) {}

    @Shape("Fault")
    record Fault(int status) {}

    static class Harbour {
        @GetMapping("/boats/{id}")
        @Operation(
                id = "findBoat",
                summary = "Find a boat",
                parameters =
                        @Parameter(
                                name = "depth",
                                in = "query",
                                type = int.class,
                                range = {1, 5, 9}),
                answers = @Answer(says = "The boat.", bodies = @Body(form = Boat.class)),
                refuses = 404)
        void find() {}

        @PostMapping("/boats/{id}")
        @Operation(
                id = "drawBoat",
                summary = "Bring a drawing",
                isOpen = true,
                takes = @Body(type = "image/png", form = byte[].class),
                answers =
                        @Answer(
                                status = 202,
                                says = "Taken.",
                                headers = @Parameter(name = "Location"),
                                bodies = @Body(form = Object.class)))
        void draw() {}

        void unmentioned() {}
    }

    static class Unmapped {
        @Operation(
                id = "x",
                summary = "x",
                answers = @Answer(says = "x", bodies = @Body(form = Object.class)))
        void nowhere() {}
    }

    private static Description begun() {
        return new Description(
                JSON.createObjectNode().put("openapi", "3.1.0"), Fault.class, List.of(429, 401));
    }

    private static JsonNode harbour() {
        return begun().with(Harbour.class).json();
    }

    @Test
    void tellsOperationsByTheirMapping() {
        var item = harbour().at("/paths/~1boats~1{id}");

        assertThat(item.propertyNames()).containsExactlyInAnyOrder("get", "post");
        assertThat(item.at("/get/operationId").stringValue()).isEqualTo("findBoat");
        assertThat(item.at("/get/parameters/0"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"name": "id", "in": "path", "required": true,
                                 "schema": {"type": "string", "format": "uuid"}}\
                                """));
        assertThat(item.at("/get/parameters/1"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"name": "depth", "in": "query",
                                 "schema": {"type": "integer", "minimum": 1, "default": 5,
                                            "maximum": 9}}\
                                """));
        assertThat(item.at("/post/requestBody/content/image~1png/schema"))
                .isEqualTo(
                        JSON.readTree(
                                "{\"type\": \"string\", \"contentMediaType\": \"image/png\"}"));
        assertThat(item.at("/post/responses/202/headers/Location/schema/type").stringValue())
                .isEqualTo("string");
    }

    @Test
    void tellsRefusalsOfEveryOperationButOpenOnes() {
        var item = harbour().at("/paths/~1boats~1{id}");

        assertThat(item.at("/get/responses").propertyNames())
                .containsExactly("200", "401", "404", "429");
        assertThat(item.at("/post/responses").propertyNames()).containsExactly("202");
        assertThat(item.at("/post/security").isEmpty()).isTrue();
        assertThat(item.path("get").has("security")).isFalse();
    }

    @Test
    void describesFormsAsTheyAreWritten() {
        var boat = harbour().at("/components/schemas/Boat");
        var written =
                JSON.readTree(
                        Forms.bytes(
                                new Boat(
                                        new UUID(0, 1),
                                        "Ann",
                                        Colour.DARK_BLUE,
                                        Optional.empty(),
                                        List.of(),
                                        new Berth(3, true, Instant.EPOCH))));

        assertThat(boat.get("required"))
                .isEqualTo(
                        JSON.readTree("[\"id\", \"name\", \"colour\", \"dinghies\", \"berth\"]"));
        assertThat(boat.at("/properties/name/description").stringValue())
                .isEqualTo("As it is painted.");
        assertThat(boat.at("/properties/dinghies/items/$ref").stringValue())
                .isEqualTo("#/components/schemas/Boat");
        assertThat(boat.at("/properties/berth/properties/until/format").stringValue())
                .isEqualTo("date-time");
        assertThat(boat.at("/properties/masts/type").stringValue()).isEqualTo("integer");
        assertThat(boat.at("/properties/colour/enum"))
                .contains(written.get("colour"))
                .isEqualTo(JSON.readTree("[\"red\", \"dark_blue\"]"));
        assertThat(written)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"id": "00000000-0000-0000-0000-000000000001", "name": "Ann",
                                 "colour": "dark_blue", "dinghies": [],
                                 "berth": {"number": 3, "isFree": true,
                                           "until": "1970-01-01T00:00:00Z"}}\
                                """));
        assertThat(written.propertyNames())
                .containsExactly("id", "name", "colour", "dinghies", "berth");
    }

    @Test
    void tellsWhatIsSent() {
        var sent =
                begun().with(
                                new Announcement(
                                        "boat.sunk",
                                        "A boat sank",
                                        "Once.",
                                        List.of(
                                                new Announcement.Header(
                                                        "bell", long.class, "Strokes.")),
                                        Fault.class,
                                        "Heard."))
                        .json()
                        .at("/webhooks/boat.sunk/post");

        assertThat(sent.at("/parameters/0/schema/type").stringValue()).isEqualTo("integer");
        assertThat(sent.at("/requestBody/content/application~1json/schema/$ref").stringValue())
                .isEqualTo("#/components/schemas/Fault");
    }

    @Test
    void refusesWhatItCannotDescribe() {
        assertThatThrownBy(() -> begun().with(Unmapped.class)).hasMessageContaining("mapping");
        assertThatThrownBy(() -> new Schemas().of(Thread.class)).hasMessageContaining("Thread");
    }
}
