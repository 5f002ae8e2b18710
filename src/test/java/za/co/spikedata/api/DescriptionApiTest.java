package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import za.co.spikedata.support.PortalTest;

@PortalTest
class DescriptionApiTest {
    @LocalServerPort private int port;
    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
    private JsonNode description;

    @BeforeEach
    void anybodyAsks() {
        var answer = Documents.of(new Program(port)).get("/v7/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        description = Documents.json(answer);
    }

    @Test
    void tellsEveryAddressThatIsServedAndNoOther() {
        var served = new TreeSet<String>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(info ->
                        info.getPatternValues().stream()
                                .filter(path -> path.startsWith("/v7/"))
                                .forEach(path ->
                                        info.getMethodsCondition()
                                                .getMethods()
                                                .forEach(method ->
                                                        served.add(method + " " + path))));
        var told = new TreeSet<String>();
        description
                .get("paths")
                .forEachEntry((path, methods) ->
                        methods.propertyNames().stream()
                                .filter(method -> !method.equals("parameters"))
                                .forEach(method ->
                                        told.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(description.get("openapi").stringValue()).isEqualTo("3.1.0");
        assertThat(told).isEqualTo(served);
    }

    @Test
    void pointsAtNothingThatIsNotThere() {
        var references = new ArrayList<String>();
        description.findValues("$ref").forEach(each -> references.add(each.stringValue()));

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each).startsWith("#/"))
                .allSatisfy(each ->
                        assertThat(description.at(each.substring(1)).isObject()).as(each).isTrue());
    }

    @Test
    void tellsEveryStatusThatAProblemHas() {
        var told = new TreeSet<Integer>();
        description
                .get("paths")
                .forEach(path ->
                        path.forEach(operation -> {
                            var responses = operation.get("responses");
                            if (responses != null) {
                                responses
                                        .propertyNames()
                                        .forEach(each -> told.add(Integer.valueOf(each)));
                            }
                        }));

        for (var problem : Problem.values()) {
            if (problem != Problem.METHOD && problem != Problem.FAILED) {
                assertThat(told).as(problem.name()).contains(problem.status().value());
            }
        }
    }
}
