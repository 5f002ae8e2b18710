package za.co.spikedata.api.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.engine.model.Money;

/** The contract's way to write things down. */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private Json() {}

    static byte[] bytes(Map<String, Object> content) {
        return MAPPER.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
    }

    static BigDecimal number(Money money) {
        return number(money.decimal());
    }

    /** Tenths as a decimal. */
    static BigDecimal tenths(long tenths) {
        return number(BigDecimal.valueOf(tenths, 1));
    }

    /** Midnight of the day at UTC, fraction and all. */
    static String day(LocalDate date) {
        return date + "T00:00:00.000Z";
    }

    private static BigDecimal number(BigDecimal decimal) {
        var plain = decimal.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** An object whose absent values are left out. */
    static final class Fields {
        private final Map<String, Object> all = new LinkedHashMap<>();

        Fields put(String name, Object value) {
            all.put(name, value);
            return this;
        }

        Fields put(String name, Optional<?> value) {
            value.ifPresent(present -> all.put(name, present));
            return this;
        }

        Map<String, Object> map() {
            return all;
        }
    }
}
