package za.co.spikedata.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Wait;
import org.openqa.selenium.support.ui.WebDriverWait;
import za.co.spikedata.support.AuthenticatorApp;

/** Someone at a browser, on one tenant's host. */
final class Person implements AutoCloseable {
    /** What the browser is set to. */
    enum Setting {
        WIDE,
        NARROW,
        WITHOUT_SCRIPT
    }

    /** Names below it lead to this machine. */
    static final String OWN_DOMAIN = "partner.example";

    static final int NARROW_PIXELS = 320;
    static final int WIDE_PIXELS = 1280;

    /** Keeps what pages were forbidden by their policy, over all pages of the tab. */
    private static final String LISTENER =
            """
            document.addEventListener('securitypolicyviolation', broken => {
              const kept = JSON.parse(sessionStorage.getItem('violations') || '[]');
              kept.push(location.pathname + ': ' + broken.violatedDirective + ' ' + broken.blockedURI);
              sessionStorage.setItem('violations', JSON.stringify(kept));
            });
            """;

    /** The authenticators of people that several journeys sign in as. */
    private static final Map<String, AuthenticatorApp> APPS = new HashMap<>();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String host;
    private final Path downloads;
    private final ChromeDriver browser;
    private int presses;
    private int letters;

    Person(String host, Setting setting) {
        this.host = host;
        try {
            downloads = Files.createTempDirectory("journey");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        var options = new ChromeOptions().setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--lang=en-ZA",
                "--force-prefers-reduced-motion",
                "--host-resolver-rules=MAP *." + OWN_DOMAIN + " 127.0.0.1",
                "--ignore-certificate-errors-spki-list=" + fingerprint());
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "download.default_directory",
                        downloads.toString(),
                        "profile.managed_default_content_settings.javascript",
                        setting == Setting.WITHOUT_SCRIPT ? 2 : 1));
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                        .build();
        browser = new ChromeDriver(service, options);
        browser.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument", Map.of("source", LISTENER));
        resize(setting == Setting.NARROW ? NARROW_PIXELS : WIDE_PIXELS);
    }

    /** The portal's own authority and nobody else is trusted, by the hash of its public key. */
    private static String fingerprint() {
        try (var pem = Files.newInputStream(RunningPortal.authority())) {
            var authority = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            byte[] key = authority.getPublicKey().getEncoded();
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("no authority", unreadable);
        }
    }

    ChromeDriver browser() {
        return browser;
    }

    Person goTo(String path) {
        browser.get(RunningPortal.url(host, path));
        presses++;
        return this;
    }

    /** Signs the first person of the host in; where a second factor is asked for, gives one. */
    Person signIn() {
        return signIn(RunningPortal.EMAIL, RunningPortal.PASSWORD);
    }

    Person signIn(String email, String password) {
        givePassword(email, password);
        await(() -> isIn() || path().startsWith("/second-factor"));
        if (!isIn()) {
            String key = host + " " + email;
            synchronized (APPS) {
                if (path().startsWith("/second-factor/enrol")) {
                    APPS.put(key, enrol(password));
                    click("main a.button");
                } else {
                    giveCode(APPS.get(key).next());
                }
            }
            await(this::isIn);
        }
        return this;
    }

    Person givePassword(String email, String password) {
        goTo("/sign-in");
        fill("#email", email);
        fill("#password", password);
        click("form.stack button.primary");
        return this;
    }

    /** From the page that asks for the password to the page that shows the recovery codes. */
    AuthenticatorApp enrol(String password) {
        var app = scan(password);
        giveCode(app.next());
        await(() -> has(".recovery-codes"));
        return app;
    }

    /** From the page that asks for the password to the page that shows the secret. */
    AuthenticatorApp scan(String password) {
        fill("#password", password);
        click("form.stack button.primary");
        await(() -> has(".secret"));
        return new AuthenticatorApp(text(".secret"));
    }

    void giveCode(String code) {
        fill("#code", code);
        click("form.stack button.primary");
    }

    void signOut() {
        click(".who button");
        await(() -> path().startsWith("/sign-in"));
    }

    boolean isIn() {
        return has(".masthead nav");
    }

    void resize(int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    Person in(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** Chooses files, sends them and waits for the page of what they became. */
    Person upload(Path... files) {
        goTo("/statements");
        find("#files")
                .sendKeys(Stream.of(files).map(Path::toString).collect(Collectors.joining("\n")));
        click("form[data-upload] button.primary");
        await(() -> has("#upload") || has("#document"));
        return this;
    }

    /** Waits until nothing on the page is being read any more. */
    Person awaitEnd() {
        await(() -> !has("[hx-trigger]") && (has("#upload .badge") || has("#document .badge")));
        return this;
    }

    /** The first of these, as soon as there is one: a form's answer may still be on its way. */
    WebElement find(String css) {
        return patiently().until(any -> browser.findElement(By.cssSelector(css)));
    }

    boolean has(String css) {
        return !browser.findElements(By.cssSelector(css)).isEmpty();
    }

    void click(String css) {
        find(css).click();
        presses++;
    }

    /** Types into a field, over what it holds. */
    void fill(String css, String text) {
        var field = find(css);
        field.clear();
        field.sendKeys(text);
        presses++;
        letters += text.length();
    }

    /** Links and buttons pressed, and fields gone to. */
    int presses() {
        return presses;
    }

    int letters() {
        return letters;
    }

    /** What is shown, pixel by pixel, without the caret. */
    byte[] picture() {
        browser.executeScript("document.activeElement.blur()");
        return browser.getScreenshotAs(OutputType.BYTES);
    }

    String text(String css) {
        return find(css).getText();
    }

    List<String> texts(String css) {
        return browser.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
    }

    String path() {
        return browser.getCurrentUrl().replaceFirst("^https://[^/]+", "");
    }

    /** The text of the file that a link downloads. */
    String download(String css) {
        click(css);
        await(() -> finished().isPresent());
        try {
            Path file = finished().orElseThrow();
            String text = Files.readString(file);
            Files.delete(file);
            return text;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Optional<Path> finished() {
        try (var files = Files.list(downloads)) {
            return files.filter(file -> !file.toString().endsWith(".crdownload"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .findFirst();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void await(BooleanSupplier condition) {
        patiently().until(any -> holds(condition));
    }

    /** Nothing holds of a page that is replaced while it is asked. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (WebDriverException replaced) {
            if (String.valueOf(replaced.getMessage()).contains("does not belong to the document")) {
                return false;
            }
            throw replaced;
        }
    }

    private Wait<WebDriver> patiently() {
        return new WebDriverWait(browser, PATIENCE, Duration.ofMillis(100))
                .ignoring(StaleElementReferenceException.class);
    }

    /** What the policy of any page since the tab was opened forbade it. */
    List<String> policyViolations() {
        return ((List<?>)
                        browser.executeScript(
                                "return JSON.parse(sessionStorage.getItem('violations') || '[]')"))
                .stream().map(String::valueOf).toList();
    }

    /** How far the page is wider than its window, in CSS pixels. */
    long overflow() {
        return ((Number)
                        browser.executeScript(
                                "return document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                .longValue();
    }

    @Override
    public void close() {
        browser.quit();
    }
}
