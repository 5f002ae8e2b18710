package za.co.spikedata.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.InvalidLayers;
import za.co.spikedata.tenancy.TenantTexts;
import za.co.spikedata.tenancy.TenantTexts.Change;
import za.co.spikedata.tenancy.TenantTexts.Mistake;
import za.co.spikedata.tenancy.TenantTexts.Text;

/** A tenant's administrators say things in their own words, in each language they speak. */
@Controller
class TextPages {
    private static final int MOST = 30;
    private static final int LONGEST_SEARCH = 100;

    /** Before the key in the name of a field. */
    private static final String FIELD = "text.";

    private final SettingsChanging changing;
    private final TenantTexts texts;
    private final VersionViews views;

    TextPages(SettingsChanging changing, TenantTexts texts, VersionViews views) {
        this.changing = changing;
        this.texts = texts;
        this.views = views;
    }

    /**
     * Which texts are shown.
     *
     * @param from the version they are of; empty: what is served
     */
    record Asked(String from, String language, String search) {}

    @GetMapping("/settings/texts")
    String show(
            Person person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String search,
            Model model) {
        return shown(person, new Asked(from, language, search), Map.of(), List.of(), model);
    }

    /** Keeps the texts as the next version; a mistake keeps all of them on the page. */
    @PostMapping("/settings/texts")
    String keep(
            Person person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String search,
            @RequestParam Map<String, String> fields,
            Model model) {
        var asked = new Asked(from, language, search);
        var typed = new HashMap<String, String>();
        fields.forEach((name, text) -> {
            if (name.startsWith(FIELD)) {
                typed.put(name.substring(FIELD.length()), text);
            }
        });
        var files = changing.files(person, from);
        return switch (texts.changed(person.tenant(), files, spoken(person, language), typed)) {
            case Change.Refused(var mistakes) -> shown(person, asked, typed, mistakes, model);
            case Change.Made(var changed) -> kept(person, asked, typed, changed, model);
        };
    }

    private String kept(
            Person person,
            Asked asked,
            Map<String, String> typed,
            Map<String, String> changed,
            Model model) {
        try {
            return "redirect:/settings/versions/" + changing.keep(person, changed).number();
        } catch (InvalidLayers invalid) {
            model.addAttribute("invalid", views.mistakes(person.tenant(), invalid));
            return shown(person, asked, typed, List.of(), model);
        }
    }

    private String shown(
            Person person,
            Asked asked,
            Map<String, String> typed,
            List<Mistake> mistakes,
            Model model) {
        var language = spoken(person, asked.language());
        var search = asked.search().substring(0, Math.min(asked.search().length(), LONGEST_SEARCH));
        var found =
                texts.find(
                        person.tenant(),
                        changing.files(person, asked.from()),
                        language,
                        search,
                        MOST);
        boolean isVersion = changing.begun(person, asked.from()).isPresent();
        model.addAttribute("asked", new Asked(isVersion ? asked.from() : "", language, search));
        model.addAttribute("spoken", texts.languages(person.tenant()));
        model.addAttribute(
                "texts",
                found.stream()
                        .map(text ->
                                new Text(
                                        text.key(),
                                        text.original(),
                                        typed.getOrDefault(text.key(), text.own())))
                        .toList());
        model.addAttribute("most", MOST);
        model.addAttribute("mistakes", mistakes);
        return "admin/texts";
    }

    private String spoken(Person person, String language) {
        var spoken = texts.languages(person.tenant());
        return spoken.contains(language) ? language : spoken.getFirst();
    }
}
