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
    ResponseEntity<String> tokens(@PathVariable String version) {
        var brand = CurrentBrand.find().orElseThrow();
        return answer(brand, version, CSS, brand.tokens());
    }

    @GetMapping("/brand/{version}/logo.svg")
    ResponseEntity<String> logo(@PathVariable String version) {
        var brand = CurrentBrand.find().orElseThrow();
        return answer(brand, version, SVG, brand.logo());
    }

    private static ResponseEntity<String> answer(
            Brand brand, String version, MediaType type, String content) {
        if (!version.equals(brand.version())) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(content);
    }
}
