package za.co.spikedata.statements.files;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML as it is written: elements within elements, and text. */
final class XmlText {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    XmlText(String head) {
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").append(head);
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    /** An element and what is written while it is open. */
    void in(String name, Runnable content) {
        try {
            xml.writeStartElement(name);
            content.run();
            xml.writeEndElement();
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    void attribute(String name, String value) {
        try {
            xml.writeAttribute(name, value);
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    void namespace(String uri) {
        try {
            xml.writeDefaultNamespace(uri);
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    void leaf(String name, String content) {
        in(name, () -> write(content));
    }

    void write(String content) {
        try {
            xml.writeCharacters(content);
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    byte[] bytes() {
        try {
            xml.flush();
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static IllegalStateException broken(XMLStreamException broken) {
        return new IllegalStateException("Expected memory to take text", broken);
    }
}
