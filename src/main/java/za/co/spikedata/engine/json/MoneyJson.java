package za.co.spikedata.engine.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import za.co.spikedata.engine.model.Money;

/** Amounts as decimals, and back, never through binary floating point. */
final class MoneyJson {
    private static final int DIGITS = 3;

    private MoneyJson() {}

    static final class Writer extends ValueSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeNumber(money.decimal());
        }
    }

    static final class Reader extends ValueDeserializer<Money> {
        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) {
            return Money.ofThousandths(
                    json.getDecimalValue().movePointRight(DIGITS).longValueExact());
        }
    }
}
