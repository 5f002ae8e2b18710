package za.co.spikedata.api;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import za.co.spikedata.bench.BenchPortal;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;

/**
 * How many statements of three pages the API answers in a second, beside what the engine alone
 * reads on as many cores, turn by turn; how long answers take at four fifths of that, and what is
 * told at ten times as many and right after it. The programs that ask share the machine.
 */
final class Throughput {
    private static final int FILES = 8;
    private static final int MONTHS = 3;

    /** On three pages of this layout. */
    private static final int ROWS = 120;

    private static final int KEYS = 4;
    private static final int AT_ONCE = 16;
    private static final int PROGRAMS = 8;
    private static final int AFTERWARDS = 20;
    private static final int MOST_WARMING = 30;
    private static final int STEADY_TURNS = 2;
    private static final double HARDLY_MORE = 1.03;
    private static final double BUSY = 0.8;
    private static final double FLOOD = 10;
    private static final double NANOS_A_SECOND = 1e9;
    private static final int MEGABYTE = 1 << 20;

    private final double seconds;
    private final List<byte[]> files;
    private final Requests requests;

    private Throughput(double seconds, BenchPortal portal) {
        this.seconds = seconds;
        this.files =
                IntStream.range(0, FILES)
                        .mapToObj(seed ->
                                Samples.statement(Layout.FNB, new Wish(seed, MONTHS, ROWS)).pdf())
                        .toList();
        var holder = new Holder(portal.context(), "spike");
        var keys = IntStream.range(0, KEYS).mapToObj(_ -> holder.pair(AT_ONCE).secret()).toList();
        this.requests =
                new Requests(portal.port(), keys, files.stream().map(Program::body).toList());
    }

    /** Arguments: seconds of each measure, and how often engine and API take turns. */
    public static void main(String[] arguments) throws Exception {
        double seconds = Double.parseDouble(arguments[0]);
        int turns = Integer.parseInt(arguments[1]);
        try (var portal = BenchPortal.start("throughput", "--portal.trusted=127.0.0.1")) {
            var throughput = new Throughput(seconds, portal);
            double rate = throughput.beside(turns);
            throughput.busy(rate * BUSY);
            throughput.flood(rate * FLOOD);
        }
    }

    /** Until further turns bring hardly more, as with a server that has run for a while. */
    private void warm() throws InterruptedException {
        engine();
        double best = 0;
        int steady = 0;
        for (int turn = 0; turn < MOST_WARMING && steady < STEADY_TURNS; turn++) {
            double rate = requests.answered(PROGRAMS, seconds).aSecond();
            steady = rate < best * HARDLY_MORE ? steady + 1 : 0;
            best = Math.max(best, rate);
            System.out.printf("warming: API %.1f/s%n", rate);
        }
    }

    private double beside(int turns) throws InterruptedException {
        warm();
        var shares = new ArrayList<Double>();
        var rates = new ArrayList<Double>();
        for (int turn = 0; turn < turns; turn++) {
            var start = ProcessorTime.now();
            var engine = engine();
            var middle = ProcessorTime.now();
            var api = requests.answered(PROGRAMS, seconds);
            var end = ProcessorTime.now();
            double share = api.aSecond() / engine.aSecond();
            System.out.printf(
                    "engine %.1f/s, API %.1f/s: %.2f of it%n",
                    engine.aSecond(), api.aSecond(), share);
            System.out.printf("engine: %s%n", middle.since(start).each(engine.count()));
            System.out.printf("API: %s%n", end.since(middle).each(api.count()));
            shares.add(share);
            rates.add(api.aSecond());
        }
        System.out.printf("median: %.2f of the engine's rate%n", middle(shares));
        return middle(rates);
    }

    private void busy(double aSecond) {
        requests.connect();
        var answers = requests.arrive(aSecond, seconds);
        answers.stream()
                .collect(Collectors.groupingBy(Requests.Answer::second, TreeMap::new, toList()))
                .forEach(Throughput::tell);
        var times = answers.stream().map(Requests.Answer::millis).sorted().toList();
        double last = times.get((int) Math.ceil(times.size() * 0.99) - 1);
        System.out.printf(
                "at %.1f/s: %s; median %.0f ms, of a hundred the last but one %.0f ms: %.1f"
                        + " times%n",
                aSecond, statuses(answers), middle(times), last, last / middle(times));
    }

    /**
     * One second's arrivals, so that what holds up all at once is told from what is always slow.
     */
    private static void tell(int second, List<Requests.Answer> answers) {
        var times = answers.stream().map(Requests.Answer::millis).toList();
        System.out.printf(
                "second %d: %s; median %.0f ms, longest %.0f ms%n",
                second, statuses(answers), middle(times), Collections.max(times));
    }

    private void flood(double aSecond) {
        long before = used();
        var answers = requests.arrive(aSecond, seconds);
        System.out.printf("at %.1f/s: %s%n", aSecond, statuses(answers));
        var after = IntStream.range(0, AFTERWARDS).mapToObj(_ -> requests.send()).toList();
        System.out.printf(
                "right after: %s, median %.0f ms; heap %d MB before, %d MB now%n",
                statuses(after),
                middle(after.stream().map(Requests.Answer::millis).toList()),
                before,
                used());
    }

    /** Statements a second on all cores, in this process. */
    private Requests.Answered engine() throws InterruptedException {
        var engine = new StatementEngine(EngineLimits.DEFAULT);
        var read = new AtomicInteger();
        long from = System.nanoTime();
        long until = from + (long) (seconds * NANOS_A_SECOND);
        var threads =
                IntStream.range(0, Runtime.getRuntime().availableProcessors())
                        .mapToObj(_ ->
                                Thread.ofPlatform()
                                        .start(() -> {
                                            while (System.nanoTime() < until) {
                                                int turn = read.getAndIncrement();
                                                engine.read(
                                                        files.get(turn % FILES),
                                                        Optional.empty(),
                                                        Progress.NONE);
                                            }
                                        }))
                        .toList();
        for (var each : threads) {
            each.join();
        }
        double passed = (System.nanoTime() - from) / NANOS_A_SECOND;
        return new Requests.Answered(read.get(), read.get() / passed);
    }

    private static String statuses(Collection<Requests.Answer> answers) {
        return answers.stream()
                .collect(
                        Collectors.groupingBy(
                                Requests.Answer::status, TreeMap::new, Collectors.counting()))
                .toString();
    }

    private static double middle(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
