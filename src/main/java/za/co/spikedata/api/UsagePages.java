package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Person;
import za.co.spikedata.issuers.IssuedTokens;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Offered;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;

/** What a tenant's programs used, to look through and to take away. */
@Controller
@Offered(Feature.API)
class UsagePages {
    private static final int USUAL_DAYS = 30;
    private static final int LINES_A_PAGE = 500;
    private static final int LINES_A_FILE = 100_000;

    /** Days that the database and calendars know alike. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    /** What a spreadsheet takes for the start of a formula. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final UsageTable table;
    private final CredentialTable credentials;
    private final IssuedTokens issued;
    private final Ledger ledger;
    private final Audit audit;
    private final Clock clock;

    UsagePages(
            UsageTable table,
            CredentialTable credentials,
            IssuedTokens issued,
            Ledger ledger,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.credentials = credentials;
        this.issued = issued;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** One line as it is shown; without a key it was the platform that gave. */
    record UsageView(LocalDate day, String key, String code, long requests, String credits) {
        public String shownDay() {
            return Dates.day(day);
        }
    }

    /**
     * A plan as it is shown.
     *
     * @param monthly credits; empty where none come with each month
     */
    record PlanView(
            String name, Optional<String> monthly, int requests, int atOnce, String megabytes) {
        static PlanView of(Plan plan) {
            return new PlanView(
                    plan.name(),
                    Optional.of(plan.monthlyTenths())
                            .filter(tenths -> tenths > 0)
                            .map(Usage::credits),
                    plan.requestsAMinute(),
                    plan.atOnce(),
                    BigDecimal.valueOf(plan.mostBytes(), 6).stripTrailingZeros().toPlainString());
        }
    }

    @GetMapping("/api-usage")
    String usage(
            Tenant tenant,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        var days = days(from, to);
        var lines = views(tenant.id(), table.of(tenant.id(), days, LINES_A_PAGE + 1));
        var plan = tenant.plan();
        long balance = ledger.balance(tenant.id());
        model.addAttribute("balance", Usage.credits(balance));
        model.addAttribute("isLow", LowBalance.isLow(plan, balance));
        model.addAttribute("plan", PlanView.of(plan));
        model.addAttribute("from", days.from().toString());
        model.addAttribute("to", days.to().toString());
        model.addAttribute("lines", lines.subList(0, Math.min(LINES_A_PAGE, lines.size())));
        model.addAttribute("hasMore", lines.size() > LINES_A_PAGE);
        return "api/usage";
    }

    @GetMapping("/api-usage/export.csv")
    void export(
            Tenant tenant,
            Person person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        var days = days(from, to);
        audit.record(tenant.id(), person.id().toString(), "usage.exported", "csv");
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("api-usage.csv").build().toString());
        var out = response.getWriter();
        out.print(line(List.of("day", "key", "outcome", "requests", "credits")));
        for (var each : views(tenant.id(), table.of(tenant.id(), days, LINES_A_FILE))) {
            out.print(
                    line(
                            List.of(
                                    each.day().toString(),
                                    inert(each.key()),
                                    inert(each.code()),
                                    Long.toString(each.requests()),
                                    each.credits())));
        }
        out.flush();
    }

    private UsageTable.Days days(String from, String to) {
        var last = day(to, LocalDate.ofInstant(clock.instant(), Dates.HOME));
        return new UsageTable.Days(day(from, last.minusDays(USUAL_DAYS)), last);
    }

    private static LocalDate day(String text, LocalDate usual) {
        try {
            var day = LocalDate.parse(text);
            return day.isBefore(FIRST) || day.isAfter(LAST) ? usual : day;
        } catch (DateTimeException noDay) {
            return usual;
        }
    }

    private List<UsageView> views(TenantId tenant, List<Usage> lines) {
        Map<UUID, String> names =
                credentials.all(tenant).stream()
                        .collect(Collectors.toMap(Credential::id, Credential::name));
        return lines.stream()
                .map(line ->
                        new UsageView(
                                line.day(),
                                line.credential().map(id -> name(tenant, id, names)).orElse(""),
                                line.code(),
                                line.requests(),
                                Usage.credits(line.tenths())))
                .toList();
    }

    private String name(TenantId tenant, UUID id, Map<UUID, String> names) {
        return Optional.ofNullable(names.get(id))
                .or(() -> issued.name(tenant, id))
                .orElseGet(id::toString);
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String inert(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
