package za.co.spikedata.admin;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import za.co.spikedata.tenancy.FormText;
import za.co.spikedata.tenancy.Plan;

/**
 * A plan as operators type it: every field as text, kept where it is refused.
 *
 * @param start credits, to a tenth
 * @param monthly credits, to a tenth
 */
record TypedPlan(
        String name,
        String start,
        String monthly,
        String requests,
        String atOnce,
        String megabytes) {
    static final String AMOUNT = "\\d{1,9}(\\.\\d)?";
    private static final int BYTES_A_MEGABYTE = 1_000_000;

    /** A browser leaves fields out. */
    TypedPlan {
        name = FormText.of(name);
        start = FormText.of(start);
        monthly = FormText.of(monthly);
        requests = FormText.of(requests);
        atOnce = FormText.of(atOnce);
        megabytes = FormText.of(megabytes);
    }

    static TypedPlan of(Plan plan) {
        return new TypedPlan(
                plan.name(),
                Plan.credits(plan.startTenths()).toPlainString(),
                Plan.credits(plan.monthlyTenths()).toPlainString(),
                String.valueOf(plan.requestsAMinute()),
                String.valueOf(plan.atOnce()),
                String.valueOf(Math.max(1, plan.mostBytes() / BYTES_A_MEGABYTE)));
    }

    /** What is wrong, as texts by the field it is wrong in; empty: it is a plan. */
    Map<String, String> problems() {
        var problems = new TreeMap<String, String>();
        if (name.isEmpty() || name.length() > Plan.LONGEST_NAME) {
            problems.put("name", "tenants.plan.problem.name");
        }
        if (!start.matches(AMOUNT)) {
            problems.put("start", "tenants.plan.problem.credits");
        }
        if (!monthly.matches(AMOUNT)) {
            problems.put("monthly", "tenants.plan.problem.credits");
        }
        if (!isWithin(requests, Plan.MOST_A_MINUTE)) {
            problems.put("requests", "tenants.plan.problem.requests");
        }
        if (!isWithin(atOnce, Plan.MOST_AT_ONCE)) {
            problems.put("at-once", "tenants.plan.problem.at-once");
        }
        if (!isWithin(megabytes, Plan.MOST_BYTES / BYTES_A_MEGABYTE)) {
            problems.put("megabytes", "tenants.plan.problem.megabytes");
        }
        return problems;
    }

    /** The plan of what has no {@link #problems}. */
    Plan plan() {
        return new Plan(
                name,
                tenths(start),
                tenths(monthly),
                Integer.parseInt(requests),
                Integer.parseInt(atOnce),
                Integer.parseInt(megabytes) * BYTES_A_MEGABYTE);
    }

    /** Tenths of a credit in a number with one decimal at most. */
    static long tenths(String credits) {
        return new BigDecimal(credits).movePointRight(1).longValueExact();
    }

    private static boolean isWithin(String typed, int most) {
        return typed.matches("\\d{1,8}")
                && Integer.parseInt(typed) >= 1
                && Integer.parseInt(typed) <= most;
    }
}
