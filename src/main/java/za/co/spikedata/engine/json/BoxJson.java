package za.co.spikedata.engine.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import za.co.spikedata.engine.model.Box;

/** Boxes as {@code [left, top, width, height]}, in points to a tenth. */
final class BoxJson {
    private static final int DIGITS = 1;

    private BoxJson() {}

    static final class Writer extends ValueSerializer<Box> {
        @Override
        public void serialize(Box box, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            for (double side : new double[] {box.left(), box.top(), box.width(), box.height()}) {
                json.writeNumber(BigDecimal.valueOf(side).setScale(DIGITS, RoundingMode.HALF_UP));
            }
            json.writeEndArray();
        }
    }

    static final class Reader extends ValueDeserializer<Box> {
        @Override
        public Box deserialize(JsonParser json, DeserializationContext context) {
            if (!json.isExpectedStartArrayToken()) {
                context.handleUnexpectedToken(Box.class, json);
            }
            var box = new Box(side(json), side(json), side(json), side(json));
            if (json.nextToken() != JsonToken.END_ARRAY) {
                context.handleUnexpectedToken(Box.class, json);
            }
            return box;
        }

        private static double side(JsonParser json) {
            json.nextToken();
            return json.getDoubleValue();
        }
    }
}
