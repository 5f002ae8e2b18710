package za.co.spikedata.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.tenancy.AskedLanguage;
import za.co.spikedata.tenancy.OwnPath;
import za.co.spikedata.tenancy.Tenant;

/** Where visitors choose a language for their browser; it is kept there and nowhere else. */
@Controller
class LanguagePages {
    @GetMapping("/language/{language}")
    ResponseEntity<Void> choose(
            Tenant tenant,
            @PathVariable String language,
            @RequestParam(defaultValue = "/") String to) {
        if (tenant.speaking(language).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, OwnPath.of(to, "/"))
                .header(HttpHeaders.SET_COOKIE, AskedLanguage.cookie(language).toString())
                .build();
    }
}
