package za.co.spikedata.statements;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Offered;

/** How people tell that a result is wrong though it holds. */
@Controller
@Offered(Feature.PROBLEM_REPORTS)
class ProblemPages {
    private final DocumentTable documents;
    private final Problems problems;

    ProblemPages(DocumentTable documents, Problems problems) {
        this.documents = documents;
        this.problems = problems;
    }

    @PostMapping("/statements/{id}/problem")
    String report(
            Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean consent) {
        var document =
                DocumentId.parse(id)
                        .flatMap(known -> documents.findMine(person.tenant(), person.id(), known))
                        .orElseThrow(NotFound::new);
        var page = "redirect:/statements/" + id;
        return problems.report(person, document, note, consent)
                .map(mistake -> page + "?problem=" + mistake.name() + "#problem")
                .orElse(page + "#problem");
    }
}
