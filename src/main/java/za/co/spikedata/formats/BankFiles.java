package za.co.spikedata.formats;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import za.co.spikedata.engine.format.Bank;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.format.Format;
import za.co.spikedata.engine.model.StatementType;

/** Reads the banks this product ships. */
public final class BankFiles {
    private static final String LIST = "/formats/index.txt";
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_]+");
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultNullHandling(_ -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
                    .build();

    private BankFiles() {}

    /** As a file is written; what is missing is null. */
    private record Written(
            @Nullable String bank,
            @Nullable String issuer,
            @Nullable List<String> names,
            @Nullable List<String> headings,
            @Nullable List<String> originals,
            @Nullable List<WrittenFormat> formats) {}

    private record WrittenFormat(
            @Nullable String id,
            @Nullable String type,
            @Nullable List<String> marks,
            @Nullable List<String> without) {}

    /**
     * The shipped banks.
     *
     * @throws IllegalStateException with all mistakes, one a line
     */
    public static Banks shipped() {
        var files = new TreeMap<String, String>();
        for (String name : read(LIST).lines().filter(line -> !line.isBlank()).toList()) {
            files.put(name, read("/formats/" + name));
        }
        var mistakes = new ArrayList<String>();
        Banks banks = parse(files, mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(String.join("\n", mistakes));
        }
        return banks;
    }

    /**
     * @param files text by name
     * @param mistakes what is wrong, each with its file
     */
    static Banks parse(Map<String, String> files, List<String> mistakes) {
        var banks = new ArrayList<Bank>();
        var owners = new HashMap<String, String>();
        files.forEach((name, text) -> {
            try {
                Written written = YAML.readValue(text, Written.class);
                if (written == null) {
                    mistakes.add(name + ": is empty");
                } else {
                    bank(name, written, owners, mistakes).ifPresent(banks::add);
                }
            } catch (JacksonException broken) {
                mistakes.add(name + ": " + broken.getOriginalMessage());
            }
        });
        return new Banks(banks);
    }

    private static Optional<Bank> bank(
            String name, Written written, Map<String, String> owners, List<String> mistakes) {
        int before = mistakes.size();
        String code = Objects.requireNonNullElse(written.bank, "");
        String issuer = Objects.requireNonNullElse(written.issuer, "");
        List<String> names = Objects.requireNonNullElse(written.names, List.of());
        if (!CODE.matcher(code).matches()) {
            mistakes.add(name + ": bank: expected three capital letters");
        }
        if (issuer.isBlank()) {
            mistakes.add(name + ": issuer: is missing");
        }
        if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
            mistakes.add(name + ": names: expected at least one");
        }
        var formats = new ArrayList<Format>();
        for (WrittenFormat each :
                Objects.requireNonNullElse(written.formats, List.<WrittenFormat>of())) {
            format(name, each, owners, mistakes).ifPresent(formats::add);
        }
        List<String> headings = Objects.requireNonNullElse(written.headings, List.of());
        List<String> originals = Objects.requireNonNullElse(written.originals, List.of());
        return mistakes.size() > before
                ? Optional.empty()
                : Optional.of(new Bank(code, issuer, names, headings, originals, formats));
    }

    private static Optional<Format> format(
            String name, WrittenFormat written, Map<String, String> owners, List<String> mistakes) {
        int before = mistakes.size();
        String id = Objects.requireNonNullElse(written.id, "");
        List<String> marks = Objects.requireNonNullElse(written.marks, List.of());
        List<String> without = Objects.requireNonNullElse(written.without, List.of());
        if (!ID.matcher(id).matches()) {
            mistakes.add(name + ": formats: id: expected capitals, digits and underscores");
        }
        String owner = owners.putIfAbsent(id, name);
        if (owner != null) {
            mistakes.add(name + ": formats: " + id + " is declared in " + owner + " too");
        }
        if (marks.isEmpty()) {
            mistakes.add(name + ": formats: " + id + ": marks: expected at least one");
        }
        Optional<StatementType> type = type(Objects.requireNonNullElse(written.type, ""));
        if (type.isEmpty()) {
            mistakes.add(name + ": formats: " + id + ": type: not one of the five");
        }
        return mistakes.size() > before
                ? Optional.empty()
                : type.map(known -> new Format(id, known, marks, without));
    }

    private static Optional<StatementType> type(String written) {
        for (StatementType type : StatementType.values()) {
            if (type.name().equals(written)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static String read(String resource) {
        try (InputStream in = BankFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Expected " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
