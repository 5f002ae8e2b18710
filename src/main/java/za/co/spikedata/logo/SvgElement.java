package za.co.spikedata.logo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of a drawing; it is built while it is read. */
record SvgElement(String name, Map<String, String> attributes, List<SvgElement> children) {
    static SvgElement named(String name) {
        return new SvgElement(name, new LinkedHashMap<>(), new ArrayList<>());
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** The same as text, in one way only. */
    void write(StringBuilder text, String indent) {
        text.append(indent).append('<').append(name);
        if (indent.isEmpty()) {
            text.append(" xmlns=\"").append(SvgReader.NAMESPACE).append('"');
        }
        attributes.forEach((key, value) ->
                text.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
        if (children.isEmpty()) {
            text.append("/>\n");
            return;
        }
        text.append(">\n");
        children.forEach(child -> child.write(text, indent + "  "));
        text.append(indent).append("</").append(name).append(">\n");
    }

    /** Line ends and tabs as well: readers of XML make spaces of those that are not escaped. */
    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;");
    }
}
