package za.co.spikedata.web;

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

    @GetMapping("/brand/{version}/tokens.css")
    ResponseEntity<byte[]> tokens(@PathVariable String version) {
        var brand = CurrentBrand.find().orElseThrow();
        return version.equals(brand.version())
                ? answer(CSS, brand.tokens().getBytes(StandardCharsets.UTF_8))
                : ResponseEntity.notFound().build();
    }

    @GetMapping("/brand/{version}/logo.svg")
    ResponseEntity<byte[]> drawnLogo(@PathVariable String version) {
        return logo(version, SVG, "logo.svg");
    }

    @GetMapping("/brand/{version}/logo.png")
    ResponseEntity<byte[]> logo(@PathVariable String version) {
        return logo(version, MediaType.IMAGE_PNG, "logo.png");
    }

    private static ResponseEntity<byte[]> logo(String version, MediaType type, String file) {
        Brand brand = CurrentBrand.find().orElseThrow();
        return version.equals(brand.version()) && file.equals(brand.logoFile())
                ? answer(type, brand.logoBytes())
                : ResponseEntity.notFound().build();
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(content);
    }
}
