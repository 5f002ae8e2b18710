package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.RawSearch;
import za.co.spikedata.tenancy.TenantId;

/**
 * One person's whole way with words that are nowhere else, and a search for them in every byte that
 * the portal left on the disk and on its console, in its mails and in what is told of its heap.
 */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class CanaryRunTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String HOST = "app.localhost";

    /** A mail goes to somebody's address, and holds the link it was asked for. */
    private static final Set<String> MAILED = Set.of("e-mail", "link");

    @LocalServerPort private int port;
    @Autowired private People people;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    /** By name; what the portal itself makes is added as it is seen. */
    private final Map<String, String> canaries = new LinkedHashMap<>();

    private final Instant begun = Instant.now();

    /**
     * Of authenticator apps, by whether they were taken: six digits, too few to look for in bytes
     * that mean something else.
     */
    private final Map<String, List<String>> codes =
            Map.of("right", new ArrayList<>(), "wrong", new ArrayList<>());

    private CodeSearch codeSearch;
    private String email;
    private String password;
    private Browserless person;

    @BeforeEach
    void theSearchForCodesBegins() throws IOException {
        codeSearch = CodeSearch.begin(owner(), logFile().getParent());
    }

    @Test
    @DisplayName(
            "LOG-01 ENC-01 DEL-01 CKY-02 ATH-13 OTP-06 a journey with every failure leaves no"
                    + " private word behind")
    void leavesNothingBehind(CapturedOutput console) throws Exception {
        arrive();
        var statements = bringStatements();
        var keys = useKeys();
        giveCodes(person, email, password);
        giveCodesOfAnother();
        failInManyWays();
        forgetThePassword();

        assertThat(found(console)).as("while all of it is kept").isEmpty();
        assertThat(mailed()).as("what a mail is for").contains("e-mail", "link");
        assertThat(person.page(statements.getFirst()).text())
                .as("and yet it is there for its owner")
                .contains(canaries.get("description"));

        keys.forEach(key -> person.post(key, Map.of()));
        for (var statement : statements) {
            assertThat(Browserless.location(person.post(statement + "/delete", Map.of())))
                    .contains("/receipts/");
            assertThat(person.get(statement).statusCode()).isEqualTo(404);
        }
        assertThat(found(console)).as("after deletion").isEmpty();
    }

    @Test
    @DisplayName("ENC-01 the search would see a word in a table, in the log and in the objects")
    void wouldSeeOne(CapturedOutput console) throws Exception {
        var word = canary("planted", letters());
        var name = "planted_" + UUID.randomUUID().toString().replace("-", "");
        var object = data().resolve("objects").resolve(name);
        var right = List.of("204613", "990127");
        codes.get("right").addAll(right);
        try {
            owner().sql(
                            "create table %s as select '%s'::text as word, '{%s}'::text[] as codes"
                                    .formatted(name, word, String.join(",", right)))
                    .update();
            Files.createDirectories(object.getParent());
            Files.writeString(object, word, StandardCharsets.UTF_16LE);
            Files.writeString(
                    logFile().resolveSibling(name),
                    "{\"message\":\"" + word + "\",\"codes\":" + right + "}");

            assertThat(found(console))
                    .anyMatch(each -> each.contains("pg_wal"))
                    .anyMatch(each -> each.contains("base/"))
                    .anyMatch(each -> each.contains("objects/" + name))
                    .anyMatch(each -> each.startsWith("log"))
                    .anyMatch(each -> each.equals("right codes in log " + name))
                    .anyMatch(each -> each.equals("right codes in table " + name));
        } finally {
            owner().sql("drop table if exists " + name).update();
            Files.deleteIfExists(object);
            Files.deleteIfExists(logFile().resolveSibling(name));
        }
    }

    private void arrive() {
        email = canary("e-mail", letters()) + "@example.com";
        password = canary("password", letters() + " " + letters());
        people.add(SPIKE, email, password, Person.Role.ADMINISTRATOR);
        person = new Browserless(port, HOST);
        person.givePassword(email, canary("wrong password", letters()));
        person.givePassword(email, password);
        int number = 0;
        for (var code : person.enrol(email, password)) {
            canary("recovery code " + number++, code);
        }
        canary("authenticator", person.app(email).secret());
        for (var cookie : person.cookies().split("; ")) {
            canary("cookie " + cookie.split("=")[0], cookie.split("=", 2)[1]);
        }
        canary("form token", person.token());
        person.post("/profile/name", Map.of("name", canary("name", letters())));
    }

    private List<String> bringStatements() {
        var name = canary("file name", letters());
        var lock = canary("document password", letters());
        var proven = upload(name + ".pdf", PaperStatement.of(lines("10 000.00"), ""));
        UploadForm.await(() -> person.get(proven + "/download.csv").statusCode() == 200);
        assertThat(person.get(proven + "/download.csv").body())
                .contains(canaries.get("description"));
        person.get(proven + "/download.xlsx");
        person.get(proven + "?q=" + canaries.get("description"));

        var broken = upload(name + "2.pdf", PaperStatement.of(lines("10 000.01"), ""));
        UploadForm.await(() -> isRead(broken));

        var locked = upload(name + "3.pdf", PaperStatement.of(lines("10 000.00"), lock));
        UploadForm.await(() -> !person.page(locked).select("input[name=password]").isEmpty());
        person.post(
                locked + "/password",
                Map.of("password", canary("wrong document password", letters())));
        UploadForm.await(() -> !person.page(locked).select("input[name=password]").isEmpty());
        person.post(locked + "/password", Map.of("password", lock));
        UploadForm.await(() -> person.get(locked + "/download.csv").statusCode() == 200);

        var noPdf =
                upload(
                        name + "4.pdf",
                        ("%PDF-1.4 " + name + " no").getBytes(StandardCharsets.UTF_8));
        UploadForm.await(() -> isRead(noPdf));
        return List.of(proven, broken, locked, noPdf);
    }

    /** A statement whose opening balance fits the rest when it is the right one. */
    private List<List<String>> lines(String opening) {
        int cents = canaryAmount();
        return List.of(
                List.of("Northern Example Bank"),
                List.of(canaries.get("name")),
                List.of("Account number " + canaries.computeIfAbsent("account", _ -> digits())),
                List.of("ID number " + canaries.computeIfAbsent("id number", _ -> digits())),
                List.of("Card number " + canaries.computeIfAbsent("card", _ -> digits() + "042")),
                List.of("Statement period 01/03/2026 to 31/03/2026"),
                List.of("Date", "Description", "Amount", "Balance"),
                List.of("01/03/2026", "Opening balance", "", opening),
                List.of(
                        "03/03/2026",
                        "Salary " + canaries.computeIfAbsent("description", _ -> letters()),
                        money(cents),
                        money(1_000_000 + cents)),
                List.of("07/03/2026", "Rent March", "-100.00", money(990_000 + cents)),
                List.of("31/03/2026", "Closing balance", "", money(990_000 + cents)));
    }

    /** Eight digits, so that no other number on the disk is likely to be the same. */
    private int canaryAmount() {
        var printed =
                canaries.computeIfAbsent(
                        "amount",
                        _ -> money(ThreadLocalRandom.current().nextInt(30_000_000, 90_000_000)));
        return Integer.parseInt(printed.replaceAll("\\D", ""));
    }

    /** What programs are let in by; each is taken once and refused once. Tells how they end. */
    private List<String> useKeys() {
        var name = letters();
        for (var kind : List.of("PAIR", "TOKEN", "CLIENT")) {
            var fields =
                    Map.of(
                            "name", name, "kind", kind, "scopes", "pdf", "most", "1", "length",
                            "month");
            var made = Jsoup.parse(person.post("/api-keys", fields).body());
            for (var line : made.select(".keys code").eachText()) {
                var header = line.substring(0, line.indexOf(':'));
                var secret = line.substring(line.indexOf(": ") + 2);
                if (!header.equals("client_id")) {
                    canary(kind + " " + header, secret.substring(secret.lastIndexOf('.') + 1));
                }
                ask(header, secret);
                ask(header, secret + "x");
            }
        }
        return person.page("/api-keys").select("form[action$=/revoke]").stream()
                .filter(form -> form.closest("tr, li, section").text().contains(name))
                .map(form -> form.attr("action"))
                .toList();
    }

    private void ask(String header, String secret) {
        var program = new Browserless(port, "api.localhost");
        program.send(program.request("/v7/documents").header(header, secret).GET());
        program.send(
                program.request("/oauth2/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "grant_type=client_credentials&client_id=x&client_secret="
                                                + URLEncoder.encode(
                                                        secret, StandardCharsets.UTF_8))));
    }

    /** Two that are wrong, one that is right and the same again. */
    private void giveCodes(Browserless whose, String address, String word) {
        var right = whose.app(address).next();
        var wrong = List.of(beside(right, 123_457), beside(right, 654_321));
        codes.get("right").add(right);
        codes.get("wrong").addAll(wrong);
        var half = new Browserless(port, HOST);
        half.givePassword(address, word);
        for (var code : List.of(wrong.getFirst(), wrong.getLast(), right, right)) {
            half.post("/second-factor", Map.of("code", code));
        }
        assertThat(half.get("/statements").statusCode()).isEqualTo(200);
    }

    /** So that two codes were taken: one alone could be anywhere by chance. */
    private void giveCodesOfAnother() {
        var address = letters() + "@example.com";
        var word = letters() + " " + letters();
        people.add(SPIKE, address, word, Person.Role.ADMINISTRATOR);
        var another = new Browserless(port, HOST);
        another.givePassword(address, word);
        another.enrol(address, word);
        giveCodes(another, address, word);
        assertThat(codes.get("right")).as("taken").hasSize(2).doesNotHaveDuplicates();
    }

    private static String beside(String code, int more) {
        return "%06d".formatted((Integer.parseInt(code) + more) % 1_000_000);
    }

    private void failInManyWays() {
        var word = canary("asked for", letters());
        for (var path : List.of("/" + word, "/statements/" + word, "/statements?page=" + word)) {
            person.send(
                    person.request(path).header("User-Agent", word).header("X-Odd", word).GET());
        }
        person.post("/people", Map.of("email", email, "role", "MEMBER"));
        person.post("/people", Map.of("email", word + "@", "role", word));
        person.post("/profile/password", Map.of("password", word, "fresh", word));
        person.post("/statements/" + word + "/password", Map.of("password", word));
        person.postWith(word, "/profile/name", "name=" + word);
        var stranger = new Browserless(port, HOST);
        stranger.givePassword(word + "@example.com", password);
        stranger.carry("__Host-session=" + word);
        stranger.get("/profile");
        LoggerFactory.getLogger(CanaryRunTest.class)
                .error("Expected what came, got {}", word, new IllegalStateException(word));
    }

    private void forgetThePassword() {
        new Browserless(port, HOST).post("/reset", Map.of("email", email));
        var link = MailServer.link(MailServer.await(email, "A new password"));
        canary("link", link.substring(link.lastIndexOf('/') + 1));
        person.get(link);
    }

    private String upload(String name, byte[] content) {
        return new UploadForm(person).file(name, content).sendAndFollow();
    }

    private boolean isRead(String page) {
        return person.page(page).select("[hx-trigger]").isEmpty();
    }

    private Set<String> found(CapturedOutput console) throws IOException {
        owner().sql("checkpoint").update();
        var search = new RawSearch(canaries);
        var found = new TreeSet<String>();
        search.in(data()).forEach(each -> found.add("data: " + each));
        search.in(logFile().getParent()).forEach(each -> found.add("log: " + each));
        search.in(console.getAll().getBytes(StandardCharsets.UTF_8))
                .forEach(each -> found.add("console: " + each));
        search.in(histogram()).forEach(each -> found.add("heap's histogram: " + each));
        mailed().stream()
                .filter(word -> !MAILED.contains(word))
                .forEach(word -> found.add("mail: " + word));
        for (var file : temporary()) {
            search.in(file).forEach(each -> found.add("temporary " + each));
        }
        found.addAll(codeSearch.found(codes, console.getAll()));
        return found;
    }

    /** Names of the words that mails hold. */
    private Set<String> mailed() {
        var search = new RawSearch(canaries);
        return MailServer.raw().stream()
                .flatMap(mail -> search.in(mail).stream())
                .map(finding -> finding.substring(0, finding.indexOf(" in ")))
                .collect(Collectors.toSet());
    }

    /** What {@code jcmd} tells of the heap, and of what its threads do. */
    private static byte[] histogram() {
        var told = new StringBuilder();
        for (var command : List.of("gcClassHistogram", "threadPrint")) {
            try {
                told.append(
                        ManagementFactory.getPlatformMBeanServer()
                                .invoke(
                                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                        command,
                                        new Object[] {new String[0]},
                                        new String[] {String[].class.getName()}));
            } catch (JMException missing) {
                throw new IllegalStateException(missing);
            }
        }
        assertThat(told).contains("java.lang.String");
        return told.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The folder of database and objects. */
    private Path data() {
        var cluster = owner().sql("show data_directory").query(String.class).single();
        return Path.of(cluster).getParent().getParent();
    }

    private static Path logFile() {
        var files = new ArrayList<Path>();
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger("ROOT")
                .iteratorForAppenders()
                .forEachRemaining(appender -> {
                    if (appender instanceof FileAppender<?> file) {
                        files.add(Path.of(file.getFile()).toAbsolutePath());
                    }
                });
        return files.getFirst();
    }

    /** Files of this process's kind written since the test began, where everybody may write. */
    private List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> Files.isRegularFile(file) && Files.isReadable(file))
                    .filter(this::isNew)
                    .toList();
        }
    }

    private boolean isNew(Path file) {
        try {
            return Files.getLastModifiedTime(file).compareTo(FileTime.from(begun)) >= 0
                    && Files.size(file) < (64 << 20);
        } catch (IOException gone) {
            return false;
        }
    }

    private String canary(String name, String word) {
        canaries.put(name, word);
        return word;
    }

    /** 64 random bits, short enough for a statement's column. */
    private static String letters() {
        return "ca"
                + Long.toHexString(ThreadLocalRandom.current().nextLong(1L << 60, Long.MAX_VALUE));
    }

    private static String digits() {
        return String.valueOf(
                ThreadLocalRandom.current().nextLong(1_000_000_000_000L, 10_000_000_000_000L));
    }

    private static String money(int cents) {
        return "%,d.%02d".formatted(cents / 100, cents % 100).replace(',', ' ');
    }

    private JdbcClient owner() {
        return JdbcClient.create(owners);
    }
}
