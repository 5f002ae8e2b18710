package za.co.spikedata.logo;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a drawing, keeping what it may hold. Document types are passed over unread, so there are no
 * entities to grow or to fetch.
 */
final class SvgReader {
    static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /** Groups in groups; drawing programs nest a handful. */
    static final int DEEPEST = 32;

    static final int MOST_ELEMENTS = 2_000;

    private static final int MOST_REMOVED = 12;

    private final TreeSet<String> removed = new TreeSet<>();
    private final Deque<SvgElement> open = new ArrayDeque<>();
    private @Nullable SvgElement root;
    private boolean isAsItWas = true;
    private int elements;

    private SvgReader() {}

    /** The text is no XML, or its root is no drawing. */
    static final class NoDrawing extends Exception {
        private static final long serialVersionUID = 1;

        NoDrawing(String message, Throwable cause) {
            super(message, cause);
        }

        NoDrawing(String message) {
            super(message);
        }
    }

    /**
     * What was read.
     *
     * @param isAsItWas whether nothing of it had to be left out or said otherwise
     */
    record Drawing(SvgElement root, TreeSet<String> removed, boolean isAsItWas) {}

    /** Empty for a drawing with more in it than it may have. */
    static Optional<Drawing> read(String text) throws NoDrawing {
        try {
            return new SvgReader()
                    .all(reader(text.startsWith("\ufeff") ? text.substring(1) : text));
        } catch (XMLStreamException broken) {
            throw new NoDrawing("Expected XML", broken);
        }
    }

    private static XMLStreamReader reader(String text) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new StringReader(text));
    }

    private Optional<Drawing> all(XMLStreamReader xml) throws XMLStreamException, NoDrawing {
        int unread = 0;
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST || ++elements > MOST_ELEMENTS) {
                        return Optional.empty();
                    }
                    if (unread > 0 || !start(xml)) {
                        unread++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (unread > 0) {
                        unread--;
                    } else {
                        open.pop();
                    }
                }
                case XMLStreamConstants.DTD -> leaveOut("<!DOCTYPE>");
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        leaveOut("<?" + xml.getPITarget() + "?>");
                default -> {}
            }
        }
        if (root == null) {
            throw new NoDrawing("Expected an element <svg>");
        }
        return Optional.of(new Drawing(root, removed, isAsItWas));
    }

    /** Whether the element is kept; what is within one that is not is not either. */
    private boolean start(XMLStreamReader xml) throws NoDrawing {
        var name = xml.getLocalName();
        boolean isOurs = xml.getNamespaceURI() == null || NAMESPACE.equals(xml.getNamespaceURI());
        if (root == null && (!isOurs || !name.equals("svg"))) {
            throw new NoDrawing("Expected an element <svg>");
        }
        if (!isOurs || !SvgRules.draws(name)) {
            if (!isOurs || !SvgRules.isSilent(name)) {
                leaveOut("<" + name + ">");
            }
            isAsItWas = false;
            return false;
        }
        var element = SvgElement.named(name);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(xml, i, element);
        }
        if (open.isEmpty()) {
            root = element;
        } else {
            open.element().children().add(element);
        }
        open.push(element);
        return true;
    }

    private void attribute(XMLStreamReader xml, int at, SvgElement element) {
        var name = xml.getAttributeLocalName(at);
        var value = xml.getAttributeValue(at);
        if (xml.getAttributeNamespace(at) == null && SvgRules.allows(name, value)) {
            element.attributes().putIfAbsent(name, value.strip());
        } else if (xml.getAttributeNamespace(at) == null && name.equals("style")) {
            var style = SvgRules.said(value);
            element.attributes().putAll(style.kept());
            style.others().forEach(this::leaveOut);
            isAsItWas = false;
        } else {
            leaveOut(name);
        }
    }

    private void leaveOut(String what) {
        isAsItWas = false;
        if (removed.size() < MOST_REMOVED) {
            removed.add(what.substring(0, Math.min(what.length(), 40)));
        }
    }
}
