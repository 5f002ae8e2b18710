package za.co.spikedata.engine.json;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import za.co.spikedata.engine.model.ReadResult;

/**
 * The JSON form of a reading: amounts as decimals with two digits, dates as ISO 8601, boxes as
 * {@code [left, top, width, height]} in points, absent values left out. It is written as it comes,
 * so that a long statement is never held twice.
 */
public final class ResultJson {
    private ResultJson() {}

    public static byte[] write(ReadResult result) {
        var bytes = new ByteArrayOutputStream();
        write(result, bytes);
        return bytes.toByteArray();
    }

    /** Without where each cell is printed, which is most of it: its rows have no cells. */
    public static byte[] writeBare(ReadResult result) {
        var bytes = new ByteArrayOutputStream();
        write(result, false, bytes);
        return bytes.toByteArray();
    }

    /**
     * @throws java.io.UncheckedIOException when nothing more can be written
     */
    public static void write(ReadResult result, OutputStream out) {
        write(result, true, out);
    }

    private static void write(ReadResult result, boolean tellsCells, OutputStream out) {
        var json = new JsonBytes(out);
        json.open('{');
        new ResultWriter(json, tellsCells).fields(result);
        json.close('}').flush();
    }

    /** One line that names the file a result was read from, then tells the result. */
    public static void writeLine(String file, ReadResult result, OutputStream out) {
        var json = new JsonBytes(out);
        json.open('{').name("file").text(file);
        new ResultWriter(json, true).fields(result);
        json.close('}').endLine().flush();
    }

    /** Any record with amounts, dates and boxes in it, in the same forms. */
    public static String text(Object record) {
        return ResultMapper.MAPPER.writeValueAsString(record);
    }

    /**
     * @throws tools.jackson.core.JacksonException when the bytes are no reading
     */
    public static ReadResult read(byte[] json) {
        return ResultMapper.MAPPER.readValue(json, ReadResult.class);
    }
}
