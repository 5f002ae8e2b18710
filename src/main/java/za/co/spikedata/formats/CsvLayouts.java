package za.co.spikedata.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import za.co.spikedata.engine.csv.CsvLayout;
import za.co.spikedata.engine.csv.CsvLayout.Column;
import za.co.spikedata.engine.csv.CsvLayout.Labels;
import za.co.spikedata.engine.csv.CsvLayout.Shape;
import za.co.spikedata.engine.csv.CsvReader;

/** The layouts of banks' CSV downloads this product ships. */
public final class CsvLayouts {
    private static final String FILE = "/formats/csv/layouts.yml";
    private static final ObjectMapper YAML =
            YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private CsvLayouts() {}

    private record Written(Labels labels, List<WrittenLayout> layouts) {}

    private record WrittenLayout(String id, String bank, List<WrittenShape> shapes) {}

    private record WrittenShape(
            @Nullable List<String> headings,
            @Nullable List<String> marks,
            @Nullable String lead,
            @Nullable List<Column> columns) {
        Shape shape() {
            return new Shape(
                    Objects.requireNonNullElse(headings, List.of()),
                    Objects.requireNonNullElse(marks, List.of()),
                    Objects.requireNonNullElse(lead, ""),
                    Objects.requireNonNullElse(columns, List.of()));
        }
    }

    /**
     * @throws IllegalStateException if a layout could claim anything or is declared twice
     */
    public static CsvReader shipped() {
        try (InputStream in = CsvLayouts.class.getResourceAsStream(FILE)) {
            return read(Objects.requireNonNull(in, FILE).readAllBytes());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static CsvReader read(byte[] yaml) {
        var written = YAML.readValue(yaml, Written.class);
        var ids = new HashSet<String>();
        for (var layout : written.layouts) {
            if (!ids.add(layout.id)) {
                throw new IllegalStateException(layout.id + " is declared twice");
            }
            layout.shapes.forEach(shape -> check(layout.id, shape.shape()));
        }
        return new CsvReader(
                written.layouts.stream()
                        .map(layout ->
                                new CsvLayout(
                                        layout.id,
                                        layout.bank,
                                        layout.shapes.stream().map(WrittenShape::shape).toList()))
                        .toList(),
                written.labels);
    }

    private static void check(String id, Shape shape) {
        boolean isTold =
                !shape.headings().isEmpty() || !shape.marks().isEmpty() || !shape.lead().isEmpty();
        boolean fits =
                shape.headings().isEmpty() || shape.headings().size() == shape.columns().size();
        if (!isTold || !fits || !shape.columns().contains(Column.DATE)) {
            throw new IllegalStateException(
                    id + ": expected headings, marks or a lead, and a column for each heading");
        }
    }
}
