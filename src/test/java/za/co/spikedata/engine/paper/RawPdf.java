package za.co.spikedata.engine.paper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A PDF written by hand, object by object; texts are bytes of Latin-1. */
final class RawPdf {
    static final String CATALOG = "<</Type/Catalog/Pages 2 0 R>>";

    private final List<String> objects = new ArrayList<>();

    /**
     * @return the object's number, counted from 1
     */
    int add(String object) {
        objects.add(object);
        return objects.size();
    }

    int stream(String entries, String content) {
        return add(
                "<<%s/Length %d>>\nstream\n%s\nendstream"
                        .formatted(entries, content.length(), content));
    }

    void set(int number, String object) {
        objects.set(number - 1, object);
    }

    /** With one table of places behind all objects. */
    byte[] plain() {
        var file = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        List<Integer> places = write(file, 1, objects.size());
        int table = file.length();
        file.append("xref\n").append(section(0, places));
        file.append("trailer\n<</Size %d/Root 1 0 R>>\n".formatted(objects.size() + 1));
        return ended(file, table);
    }

    /** All objects without streams inside one stream, their places in another. */
    byte[] packed() {
        var file = new StringBuilder("%PDF-1.5\n");
        var inside = new StringBuilder();
        var index = new StringBuilder();
        int held = 0;
        int holder = objects.size() + 1;
        byte[][] entries = new byte[objects.size() + 3][];
        entries[0] = entry(0, 0, 255);
        for (int i = 1; i <= objects.size(); i++) {
            String object = objects.get(i - 1);
            if (object.endsWith("endstream")) {
                entries[i] = entry(1, file.length(), 0);
                file.append("%d 0 obj\n%s\nendobj\n".formatted(i, object));
            } else {
                entries[i] = entry(2, holder, held);
                index.append("%d %d ".formatted(i, inside.length()));
                inside.append(object).append('\n');
                held++;
            }
        }
        entries[holder] = entry(1, file.length(), 0);
        file.append(
                "%d 0 obj\n<</Type/ObjStm/N %d/First %d/Length %d>>\nstream\n%s%s\nendstream\nendobj\n"
                        .formatted(
                                holder,
                                held,
                                index.length(),
                                index.length() + inside.length(),
                                index,
                                inside));
        int table = file.length();
        entries[holder + 1] = entry(1, table, 0);
        file.append(
                "%d 0 obj\n<</Type/XRef/Size %d/W[1 3 1]/Root 1 0 R/Length %d>>\nstream\n%s\nendstream\nendobj\n"
                        .formatted(holder + 1, holder + 2, 5 * entries.length, joined(entries)));
        return ended(file, table);
    }

    /** A table of places that hides one object, which a stream beside it tells. */
    byte[] hybrid(int hidden) {
        var file = new StringBuilder("%PDF-1.5\n");
        List<Integer> places = write(file, 1, objects.size());
        int stream = file.length();
        byte[][] entries = {entry(1, places.get(hidden - 1), 0)};
        file.append(
                "%d 0 obj\n<</Type/XRef/Size %d/W[1 3 1]/Index[%d 1]/Length 5>>\nstream\n%s\nendstream\nendobj\n"
                        .formatted(
                                objects.size() + 1, objects.size() + 2, hidden, joined(entries)));
        int table = file.length();
        String section = section(0, places);
        String gone = "%010d 00000 n \n".formatted(places.get(hidden - 1));
        file.append("xref\n").append(section.replace(gone, "0000000000 65535 f \n"));
        file.append(
                "trailer\n<</Size %d/Root 1 0 R/XRefStm %d>>\n"
                        .formatted(objects.size() + 2, stream));
        return ended(file, table);
    }

    /** The places of the later half of the objects stand first in the file, as for the web. */
    byte[] linearised() {
        int half = objects.size() / 2;
        int first = objects.size() + 1;
        String head =
                "%%PDF-1.4\n%d 0 obj\n<</Linearized 1/L %010d/H[0 0]/O %d/E 0/N 1/T %010d>>\nendobj\n";
        int table = head.formatted(first, 0, first, 0).length();
        String trailer = "trailer\n<</Size %d/Root 1 0 R/Prev %010d>>\nstartxref\n0\n%%%%EOF\n";
        int behind =
                table
                        + "xref\n%d %d\n".formatted(half + 1, objects.size() - half + 1).length()
                        + 20 * (objects.size() - half + 1)
                        + trailer.formatted(first + 1, 0).length();
        var body = new StringBuilder(" ".repeat(behind));
        List<Integer> later = write(body, half + 1, objects.size());
        List<Integer> earlier = write(body, 1, half);
        int second = body.length();
        body.append("xref\n").append(section(0, earlier));
        body.append("trailer\n<</Size %d>>\nstartxref\n%d\n%%%%EOF\n".formatted(half + 1, table));
        var front = new StringBuilder(head.formatted(first, body.length(), first, second));
        front.append("xref\n%d %d\n".formatted(half + 1, later.size() + 1));
        later.forEach(place -> front.append("%010d 00000 n \n".formatted(place)));
        front.append("%010d 00000 n \n".formatted("%PDF-1.4\n".length()));
        front.append(trailer.formatted(first + 1, second));
        body.replace(0, behind, front.toString());
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private List<Integer> write(StringBuilder file, int from, int to) {
        var places = new ArrayList<Integer>();
        for (int i = from; i <= to; i++) {
            places.add(file.length());
            file.append("%d 0 obj\n%s\nendobj\n".formatted(i, objects.get(i - 1)));
        }
        return places;
    }

    private static String section(int first, List<Integer> places) {
        var section = new StringBuilder("%d %d\n".formatted(first, places.size() + 1));
        section.append("0000000000 65535 f \n");
        places.forEach(place -> section.append("%010d 00000 n \n".formatted(place)));
        return section.toString();
    }

    private static byte[] entry(int kind, int place, int last) {
        return new byte[] {
            (byte) kind, (byte) (place >> 16), (byte) (place >> 8), (byte) place, (byte) last
        };
    }

    private static String joined(byte[][] entries) {
        var all = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            all.writeBytes(entry);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] ended(StringBuilder file, int table) {
        file.append("startxref\n%d\n%%%%EOF\n".formatted(table));
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
