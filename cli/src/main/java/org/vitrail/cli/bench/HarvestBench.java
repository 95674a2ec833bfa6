package org.vitrail.cli.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrail.harvest.report.HarvestOutcome;
import org.vitrail.harvest.run.HarvestRequest;
import org.vitrail.harvest.run.Harvester;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Harvests a generated repository over HTTP, and parses the same bytes from memory with bare StAX: the ratio is what
 * HTTP, cleaning, guarding and cutting out the metadata cost beside the parsing that nobody can avoid.
 */
@Command(
        name = "harvest",
        mixinStandardHelpOptions = true,
        description = "Records per second of the harvester, beside bare StAX over the same bytes.")
final class HarvestBench implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--records", defaultValue = "50000", description = "records (default ${DEFAULT-VALUE})")
    private int records;

    @Option(names = "--page-size", defaultValue = "100", description = "records a page (default ${DEFAULT-VALUE})")
    private int pageSize;

    @Mixin
    private Rounds rounds = new Rounds();

    @Mixin
    private BenchPage page = new BenchPage();

    /** Seconds by the clock, and of processor time of the one thread that does the work. */
    private record Taken(double clock, double processor) {}

    private record Round(Taken harvest, Taken bare) {
        double ratio() {
            return harvest.processor / bare.processor;
        }
    }

    @Override
    public Integer call() throws IOException, XMLStreamException {
        int pages = Math.max(1, records / pageSize);
        try (GeneratedRepository repository = new GeneratedRepository(pages, pageSize)) {
            measure(repository, pages);
            Round[] measured = new Round[rounds.number()];
            for (int i = 0; i < rounds.number(); i++) {
                measured[i] = measure(repository, pages);
                print(measured[i]);
            }
            page.write(text(measured, pages, (long) repository.page(0).length * pages));
        }
        return 0;
    }

    private Round measure(GeneratedRepository repository, int pages) throws XMLStreamException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] clock = new long[3];
        long[] processor = new long[3];
        for (int i = 0; i < 3; i++) {
            if (i == 1) {
                harvest(repository, pages);
            } else if (i == 2) {
                bare(repository, pages);
            }
            clock[i] = System.nanoTime();
            processor[i] = threads.getCurrentThreadCpuTime();
        }
        return new Round(
                new Taken((clock[1] - clock[0]) / 1e9, (processor[1] - processor[0]) / 1e9),
                new Taken((clock[2] - clock[1]) / 1e9, (processor[2] - processor[1]) / 1e9));
    }

    private void harvest(GeneratedRepository repository, int pages) {
        HarvestOutcome outcome =
                Harvester.withContact("bench").harvest(HarvestRequest.of(repository.base(), "oai_dc"), harvested -> {});
        if (outcome.report().records() != (long) pages * pageSize) {
            throw new IllegalStateException("The harvest did not see every record: " + outcome.report());
        }
    }

    private static void bare(GeneratedRepository repository, int pages) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        for (int i = 0; i < pages; i++) {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(repository.page(i)));
            while (xml.hasNext()) {
                xml.next();
            }
        }
    }

    private void print(Round round) {
        PrintWriter progress = spec.commandLine().getOut();
        progress.printf(
                Locale.ROOT,
                "harvest %.2f s, bare StAX %.2f s, ratio of processor times %.2f%n",
                round.harvest.clock,
                round.bare.clock,
                round.ratio());
        progress.flush();
    }

    private String text(Round[] measured, int pages, long bytes) {
        int count = pages * pageSize;
        return """
                # Harvest

                `./vitrail bench harvest --records %d --page-size %d --rounds %d`, %s, on %s.

                A repository of generated records in the same process is harvested over HTTP; then the same bytes are parsed
                from memory by bare StAX, which does nothing with what it reads. One round to warm up, medians of %d rounds.

                | | records/s | MB/s | seconds | processor seconds |
                |---|---|---|---|---|
                %s%s
                **Ratio of processor times: %.2f.** It is what to compare between versions; the absolute figures are orders
                of magnitude, since the machine may do other things at the same time. %d records of %d bytes, %d pages.
                """.formatted(
                        count,
                        pageSize,
                        rounds.number(),
                        LocalDate.now(),
                        Machine.describe(),
                        rounds.number(),
                        row("harvester: HTTP, cleaning, guards, metadata cut out", measured, Round::harvest, bytes),
                        row("bare StAX over the same bytes", measured, Round::bare, bytes),
                        median(measured, Round::ratio),
                        count,
                        bytes / count,
                        pages);
    }

    private String row(String what, Round[] measured, Function<Round, Taken> part, long bytes) {
        double clock = median(measured, round -> part.apply(round).clock);
        double processor = median(measured, round -> part.apply(round).processor);
        long count = (long) records / pageSize * pageSize;
        return "| %s | %.0f | %.0f | %.2f | %.2f |%n"
                .formatted(what, count / clock, bytes / clock / 1e6, clock, processor);
    }

    private static double median(Round[] measured, ToDoubleFunction<Round> value) {
        double[] values = Arrays.stream(measured).mapToDouble(value).sorted().toArray();
        return values[values.length / 2];
    }
}
