package za.co.spikedata.statements;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.support.MailServer;

/**
 * Looks for codes of six digits in what was logged, mailed, and kept as text in any table since the
 * search began. A number of six digits may be there by chance; that two of a few codes of one kind
 * are in one place is none.
 */
final class CodeSearch {
    private static final int BEYOND_CHANCE = 2;

    private final JdbcClient owner;
    private final Path logs;
    private final Map<Path, Integer> logged = new HashMap<>();
    private final Set<String> mailed;
    private final long transaction;

    private CodeSearch(JdbcClient owner, Path logs) throws IOException {
        this.owner = owner;
        this.logs = logs;
        this.mailed = new HashSet<>(mails());
        this.transaction =
                owner.sql("select pg_current_xact_id()::text::bigint").query(Long.class).single();
        for (var file : logFiles()) {
            logged.put(file, text(file).length());
        }
    }

    /**
     * @param logs the folder of the log's files
     */
    static CodeSearch begin(JdbcClient owner, Path logs) throws IOException {
        return new CodeSearch(owner, logs);
    }

    /**
     * Places that hold two codes of one kind, each standing by itself.
     *
     * @param codes by kind, at least two of each: whoever keeps one kind alone is found too
     * @param console what was written there since the search began
     */
    Set<String> found(Map<String, List<String>> codes, String console) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        texts.put("console", console);
        for (var file : logFiles()) {
            texts.put("log " + file.getFileName(), newText(file));
        }
        texts.put(
                "mail",
                mails().stream()
                        .filter(mail -> !mailed.contains(mail))
                        .collect(Collectors.joining("\n")));
        columns().forEach((table, columns) -> texts.put("table " + table, rows(table, columns)));
        var found = new TreeSet<String>();
        texts.forEach((place, text) -> {
            codes.forEach((kind, some) -> {
                if (some.stream().filter(code -> isIn(text, code)).count() >= BEYOND_CHANCE) {
                    found.add(kind + " codes in " + place);
                }
            });
        });
        return found;
    }

    private static boolean isIn(String text, String code) {
        return Pattern.compile("(?<![0-9A-Za-z.])" + code + "(?![0-9A-Za-z])").matcher(text).find();
    }

    /** A file that is shorter than it was began anew. */
    private String newText(Path file) throws IOException {
        var text = text(file);
        int before = logged.getOrDefault(file, 0);
        return before <= text.length() ? text.substring(before) : text;
    }

    private List<Path> logFiles() throws IOException {
        try (var files = Files.list(logs)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, ISO_8859_1);
    }

    private static List<String> mails() {
        return MailServer.raw().stream().map(mail -> new String(mail, ISO_8859_1)).toList();
    }

    /** Those of text, by table. */
    private Map<String, String> columns() {
        return owner
                .sql(
                        """
                        select table_name, string_agg(quote_ident(column_name), ', ') as columns
                        from information_schema.columns join information_schema.tables
                            using (table_schema, table_name)
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                            and udt_name in ('text', 'varchar', 'bpchar', 'json', 'jsonb',
                                '_text', '_varchar', '_bpchar', '_json', '_jsonb')
                        group by table_name
                        """)
                .query()
                .listOfRows()
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> (String) row.get("table_name"),
                                row -> (String) row.get("columns")));
    }

    /** Written or changed since then, as long as no test runs for four billion transactions. */
    private String rows(String table, String columns) {
        return owner.sql(
                        """
                        select coalesce(string_agg(concat_ws(' | ', %s), E'\\n'), '') from %s
                        where xmin::text::bigint >= :transaction
                        """
                                .formatted(columns, table))
                .param("transaction", transaction)
                .query(String.class)
                .single();
    }
}
