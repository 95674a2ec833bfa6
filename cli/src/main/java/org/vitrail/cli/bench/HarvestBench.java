package org.vitrail.cli.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrail.harvest.report.HarvestOutcome;
import org.vitrail.harvest.run.HarvestRequest;
import org.vitrail.harvest.run.Harvester;
import picocli.CommandLine.Command;
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

    @Option(names = "--rounds", defaultValue = "5", description = "measured rounds (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--out", paramLabel = "FILE", description = "default: docs/benchmarks/harvest.md of the project")
    private Optional<Path> out;

    /** One round's seconds. */
    private record Round(double harvest, double bare) {
        double ratio() {
            return harvest / bare;
        }
    }

    @Override
    public Integer call() throws IOException, XMLStreamException {
        int pages = Math.max(1, records / pageSize);
        try (GeneratedRepository repository = new GeneratedRepository(pages, pageSize)) {
            measure(repository, pages);
            Round[] measured = new Round[rounds];
            for (int i = 0; i < rounds; i++) {
                measured[i] = measure(repository, pages);
                print(measured[i]);
            }
            Path file = out.orElseGet(HarvestBench::usualFile);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text(measured, pages, (long) repository.page(0).length * pages));
            spec.commandLine().getOut().println("Written: " + file);
        }
        return 0;
    }

    private static Path usualFile() {
        return Path.of(Optional.ofNullable(System.getenv("VITRAIL_HOME")).orElse("."))
                .resolve("docs/benchmarks/harvest.md");
    }

    private Round measure(GeneratedRepository repository, int pages) throws XMLStreamException {
        long start = System.nanoTime();
        harvest(repository, pages);
        long middle = System.nanoTime();
        bare(repository, pages);
        return new Round((middle - start) / 1e9, (System.nanoTime() - middle) / 1e9);
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
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "harvest %.2f s, bare StAX %.2f s, ratio %.2f%n",
                        round.harvest,
                        round.bare,
                        round.ratio());
        spec.commandLine().getOut().flush();
    }

    private String text(Round[] measured, int pages, long bytes) {
        double harvest =
                median(Arrays.stream(measured).mapToDouble(Round::harvest).toArray());
        double bare = median(Arrays.stream(measured).mapToDouble(Round::bare).toArray());
        double ratio = median(Arrays.stream(measured).mapToDouble(Round::ratio).toArray());
        int count = pages * pageSize;
        return """
                # Harvest

                `./vitrail bench harvest --records %d --page-size %d --rounds %d`, %s, on %s.

                A repository of generated records in the same process is harvested over HTTP (server and harvester share the
                cores); then the same bytes are parsed from memory by bare StAX, which does nothing with what it reads. One
                round to warm up, median of %d.

                | | records/s | MB/s | seconds |
                |---|---|---|---|
                | harvester: HTTP, cleaning, guards, metadata cut out | %.0f | %.0f | %.2f |
                | bare StAX over the same bytes | %.0f | %.0f | %.2f |

                **Ratio of times: %.2f** (median of the rounds' ratios). %d records of %d bytes, %d pages. The absolute
                figures are orders of magnitude; the ratio is what to compare between versions.
                """.formatted(
                        count,
                        pageSize,
                        rounds,
                        LocalDate.now(),
                        Machine.describe(),
                        rounds,
                        count / harvest,
                        bytes / harvest / 1e6,
                        harvest,
                        count / bare,
                        bytes / bare / 1e6,
                        bare,
                        ratio,
                        count,
                        bytes / count,
                        pages);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
