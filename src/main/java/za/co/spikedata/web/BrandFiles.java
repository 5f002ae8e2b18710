package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.CurrentBrand;

/** The current brand's tokens and logo, at addresses that change with their content. */
@Controller
class BrandFiles {
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @GetMapping("/brand/{version}/tokens.css")
    ResponseEntity<byte[]> tokens(@PathVariable String version) {
        var brand = CurrentBrand.find().orElseThrow();
        return answer(brand, version, CSS, brand.tokens().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping({"/brand/{version}/logo.svg", "/brand/{version}/logo.png"})
    ResponseEntity<byte[]> logo(@PathVariable String version, HttpServletRequest request) {
        var brand = CurrentBrand.find().orElseThrow();
        boolean isNamed = request.getRequestURI().endsWith("/" + brand.logoFile());
        if (version.equals(brand.version()) && !isNamed) {
            return ResponseEntity.notFound().build();
        }
        var type = brand.logoFile().equals("logo.png") ? MediaType.IMAGE_PNG : SVG;
        return answer(brand, version, type, brand.logoBytes());
    }

    /**
     * A page that came just before its brand was another, or from a node that knew of it earlier,
     * is shown what is served here; only its own version is kept.
     */
    private static ResponseEntity<byte[]> answer(
            Brand brand, String version, MediaType type, byte[] content) {
        boolean isOwn = version.equals(brand.version());
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(isOwn ? KEPT : CacheControl.noStore())
                .body(content);
    }
}
