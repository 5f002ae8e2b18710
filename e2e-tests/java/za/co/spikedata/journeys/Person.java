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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Someone at a browser, on one tenant's host. */
final class Person implements AutoCloseable {
    /** What the browser is set to. */
    enum Setting {
        WIDE,
        NARROW,
        WITHOUT_SCRIPT
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String host;
    private final Path downloads;
    private final ChromeDriver browser;

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
        int width = setting == Setting.NARROW ? 320 : 1280;
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
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
        return this;
    }

    Person signIn() {
        goTo("/sign-in");
        find("#email").sendKeys(RunningPortal.EMAIL);
        find("#password").sendKeys(RunningPortal.PASSWORD);
        click("form.stack button.primary");
        await(() -> has("#files") || has("main table"));
        return this;
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

    WebElement find(String css) {
        return browser.findElement(By.cssSelector(css));
    }

    boolean has(String css) {
        return !browser.findElements(By.cssSelector(css)).isEmpty();
    }

    void click(String css) {
        find(css).click();
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
        new WebDriverWait(browser, PATIENCE, Duration.ofMillis(100))
                .ignoring(StaleElementReferenceException.class)
                .until(any -> condition.getAsBoolean());
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
