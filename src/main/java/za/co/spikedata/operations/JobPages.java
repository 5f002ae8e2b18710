package za.co.spikedata.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.admin.ConsoleOnly;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Dates;

/** What the portal does by itself: when last, when next, who is at it, and what failed. */
@Controller
@ConsoleOnly
class JobPages {
    private static final List<String> NOTICES = List.of("DONE", "RUNNING", "NONE");

    /** The work of the queue of statements. */
    private static final String READING = "read-document";

    private final Jobs jobs;
    private final JobFaults faults;
    private final Audit audit;

    JobPages(Jobs jobs, JobFaults faults, Audit audit) {
        this.jobs = jobs;
        this.faults = faults;
        this.audit = audit;
    }

    /** A kind of work in the list; what there is none of is empty. */
    record Row(
            String name,
            int waiting,
            int running,
            int failing,
            String next,
            String success,
            String failure,
            String causes,
            String node,
            String heard) {
        static Row of(Job job, Optional<Job.Fault> fault) {
            var failure =
                    fault.map(Job.Fault::at)
                            .filter(at -> job.failure().filter(at::isBefore).isEmpty())
                            .or(job::failure);
            return new Row(
                    job.name(),
                    job.waiting(),
                    job.running(),
                    job.failing(),
                    job.next().map(Dates::second).orElse(""),
                    job.success().map(Dates::second).orElse(""),
                    failure.map(Dates::second).orElse(""),
                    fault.map(Job.Fault::causes).orElse(""),
                    job.lease().map(Job.Lease::node).orElse(""),
                    job.lease().map(Job.Lease::heard).map(Dates::second).orElse(""));
        }
    }

    @GetMapping("/operations/jobs")
    String jobs(@RequestParam(defaultValue = "") String notice, Model model) {
        var all = jobs.all();
        var known = faults.latest();
        model.addAttribute("recurring", rows(all, known, true));
        model.addAttribute("once", rows(all, known, false));
        model.addAttribute("queue", queue(all, known));
        model.addAttribute("notice", NOTICES.contains(notice) ? notice : "");
        return "operations/jobs";
    }

    @PostMapping("/operations/jobs/{name}/run")
    String run(Person person, @PathVariable String name) {
        var outcome = jobs.runNow(name);
        if (outcome == Jobs.Outcome.DONE) {
            audit.record(person.tenant(), person.id().toString(), "job.run", name);
        }
        return "redirect:/operations/jobs?notice=" + outcome.name();
    }

    private static List<Row> rows(
            List<Job> all, Map<String, Job.Fault> faults, boolean isRecurring) {
        return all.stream()
                .filter(job -> job.isRecurring() == isRecurring && !job.name().equals(READING))
                .map(job -> Row.of(job, Optional.ofNullable(faults.get(job.name()))))
                .toList();
    }

    private static Row queue(List<Job> all, Map<String, Job.Fault> faults) {
        var job =
                all.stream()
                        .filter(each -> each.name().equals(READING))
                        .findFirst()
                        .orElseGet(() -> Job.idle(READING));
        return Row.of(job, Optional.ofNullable(faults.get(READING)));
    }
}
