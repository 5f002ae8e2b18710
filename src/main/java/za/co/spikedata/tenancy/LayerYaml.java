package za.co.spikedata.tenancy;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the documents of layers; every mistake is added to the list. */
enum LayerYaml {
    /** As what is served has always been read: {@code name: 360} is a name. */
    KEPT(builder().build()),

    /** Takes nothing for anything else: a number is no text, as the published schema says. */
    WRITTEN(
            builder()
                    .withCoercionConfig(LogicalType.Textual, LayerYaml::asWritten)
                    .withCoercionConfig(LogicalType.Boolean, LayerYaml::asWritten)
                    .withCoercionConfig(LogicalType.Integer, LayerYaml::asWritten)
                    .withCoercionConfig(
                            LogicalType.Float,
                            config -> {
                                asWritten(config);
                                config.setCoercion(
                                        CoercionInputShape.Integer, CoercionAction.TryConvert);
                            })
                    .build());

    private final ObjectMapper mapper;

    LayerYaml(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Empty for no text and after a mistake. */
    <T> Optional<T> parse(
            String file, @Nullable String text, Class<T> type, List<String> mistakes) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var read = Optional.<T>ofNullable(mapper.readValue(text, type));
            if (read.isEmpty()) {
                mistakes.add(file + ": says nothing");
            }
            return read;
        } catch (JacksonException broken) {
            mistakes.add(file + ": " + LayerMistake.of(broken));
            return Optional.empty();
        }
    }

    /** A list holds no nothing. */
    private static YAMLMapper.Builder builder() {
        return YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .withConfigOverride(
                        List.class,
                        lists ->
                                lists.setNullHandling(
                                        JsonSetter.Value.forContentNulls(Nulls.FAIL)));
    }

    private static void asWritten(MutableCoercionConfig config) {
        for (var shape : CoercionInputShape.values()) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
    }
}
