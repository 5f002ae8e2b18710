package za.co.spikedata.statements.view;

import java.util.List;

/**
 * A message and what fills it; templates write {@code #messages.msgWithParams(said.key,
 * said.parameters)}.
 */
public record Said(String key, List<Object> arguments) {
    public Said {
        arguments = List.copyOf(arguments);
    }

    public static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments));
    }

    public Object[] parameters() {
        return arguments.toArray();
    }

    /** Arguments can be amounts and names; the key alone is safe to print. */
    @Override
    public String toString() {
        return "Said[" + key + "]";
    }
}
