package za.co.spikedata.engine.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Proof;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;

/** How Jackson is told to read a reading back. */
final class ResultMapper {
    private static final JsonFactory FAST =
            JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

    static final ObjectMapper MAPPER =
            JsonMapper.builder(FAST)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Money.class, new MoneyJson.Writer())
                                    .addDeserializer(Money.class, new MoneyJson.Reader())
                                    .addSerializer(Box.class, new BoxJson.Writer())
                                    .addDeserializer(Box.class, new BoxJson.Reader()))
                    .addMixIn(ReadResult.class, ResultKinds.class)
                    .addMixIn(ReadResult.Read.class, ReadFields.class)
                    .addMixIn(Check.class, CheckKinds.class)
                    .addMixIn(Proof.class, ProofFields.class)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .changeDefaultPropertyInclusion(inclusion ->
                            inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                    .build();

    private ResultMapper() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ReadResult.Read.class, name = "read"),
        @JsonSubTypes.Type(value = ReadResult.Unreadable.class, name = "unreadable")
    })
    private interface ResultKinds {}

    private interface ReadFields {
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        Verdict verdict();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Check.Holds.class, name = "holds"),
        @JsonSubTypes.Type(value = Check.Broken.class, name = "broken"),
        @JsonSubTypes.Type(value = Check.NotPrinted.class, name = "notPrinted")
    })
    private interface CheckKinds {}

    @JsonIgnoreProperties({"proven", "broken"})
    private interface ProofFields {}
}
