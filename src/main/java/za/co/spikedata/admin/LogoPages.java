package za.co.spikedata.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.identity.Person;
import za.co.spikedata.logo.Logo;
import za.co.spikedata.statements.upload.UploadStream;
import za.co.spikedata.tenancy.FileText;
import za.co.spikedata.tenancy.InvalidLayers;

/** A tenant's administrators bring a logo; it is made safe and kept in the next version. */
@Controller
class LogoPages {
    private static final String DRAWN = "logo.svg";
    private static final String PIXELS = "logo.png";

    private final SettingsChanging changing;

    LogoPages(SettingsChanging changing) {
        this.changing = changing;
    }

    /** The picture as it streams in, after the token and the version that it changes. */
    @PostMapping("/settings/logo")
    String bring(
            Person person,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request) {
        return switch (Logo.of(bytes(request))) {
            case Logo.Svg(var text, var removed) ->
                    keep(person, from, DRAWN, text, removed.isEmpty() ? "" : "?cleaned");
            case Logo.Png(var bytes) -> keep(person, from, PIXELS, FileText.of(PIXELS, bytes), "");
            case Logo.Refused(var why) -> told(from, "logo-" + why.name().toLowerCase(Locale.ROOT));
        };
    }

    @PostMapping("/settings/logo/remove")
    String remove(Person person, @RequestParam(defaultValue = "") String from) {
        return keep(person, from, without(changing.files(person, from)), "");
    }

    private String keep(Person person, String from, String file, String text, String query) {
        var files = without(changing.files(person, from));
        files.put(file, text);
        return keep(person, from, files, query);
    }

    private String keep(Person person, String from, Map<String, String> files, String query) {
        try {
            var version = changing.keep(person, files);
            return "redirect:/settings/versions/" + version.number() + query;
        } catch (InvalidLayers outdated) {
            return told(from, "logo-invalid");
        }
    }

    /** The change goes on from where it began. */
    private static String told(String from, String notice) {
        return "redirect:/settings?notice=%s%s"
                .formatted(notice, SettingsChanging.isNumber(from) ? "&from=" + from : "");
    }

    private static Map<String, String> without(Map<String, String> files) {
        var rest = new HashMap<>(files);
        rest.remove(DRAWN);
        rest.remove(PIXELS);
        return rest;
    }

    /** One more than the most at most; none of a body that breaks off. */
    private static byte[] bytes(HttpServletRequest request) {
        if (!UploadStream.isMultipart(request)) {
            return new byte[0];
        }
        var stream = UploadStream.of(request);
        try {
            var file = stream.nextFile();
            return file.isPresent()
                    ? file.get().content().readNBytes(Logo.MOST_BYTES + 1)
                    : new byte[0];
        } catch (IOException | RuntimeException malformed) {
            return new byte[0];
        } finally {
            stream.drain();
        }
    }
}
