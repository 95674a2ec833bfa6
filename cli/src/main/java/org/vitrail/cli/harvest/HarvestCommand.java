package org.vitrail.cli.harvest;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vitrail.harvest.report.HarvestOutcome;
import org.vitrail.harvest.report.HarvestReport;
import org.vitrail.harvest.report.ReportJson;
import org.vitrail.harvest.run.HarvestRequest;
import org.vitrail.harvest.run.Harvester;
import org.vitrail.harvest.transport.AddressKind;
import org.vitrail.harvest.transport.AddressPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Harvests one OAI-PMH repository; exit code 0 complete, 3 interrupted, 4 refused. */
@Command(
        name = "harvest",
        mixinStandardHelpOptions = true,
        description = "Harvests an OAI-PMH repository into a file of JSON lines.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:complete", "1:a file could not be written", "2:wrong arguments", "3:interrupted", "4:refused"
        })
public final class HarvestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "base URL of the repository")
    private URI base;

    @Option(names = "--prefix", defaultValue = "oai_dc", description = "metadata prefix (default ${DEFAULT-VALUE})")
    private String prefix;

    @Option(names = "--set", description = "only this set")
    private Optional<String> set;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "changed on or after, e.g. 2026-11-20 or 2026-11-20T10:00:00Z")
    private Optional<String> from;

    @Option(names = "--until", paramLabel = "DATE", description = "changed on or before")
    private Optional<String> until;

    @Option(
            names = "--resume",
            paramLabel = "TOKEN",
            description = "go on where a report's resumeFrom says; appends to --out")
    private Optional<String> resume;

    @Option(names = "--out", paramLabel = "FILE", description = "records as JSON lines")
    private Optional<Path> out;

    @Option(names = "--report", paramLabel = "FILE", description = "report as JSON")
    private Optional<Path> report;

    @Option(names = "--allow-private", description = "also ask private and link-local addresses")
    private boolean allowPrivate;

    @Option(
            names = "--contact",
            defaultValue = "contact unknown",
            description = "mail or URL for the repository's operator")
    private String contact;

    @Option(
            names = "--progress",
            paramLabel = "N",
            defaultValue = "10",
            description = "a line each N pages; 0 for none")
    private int everyPages;

    @Override
    public Integer call() throws IOException {
        HarvestRequest request = request();
        requireFolder("--out", out);
        requireFolder("--report", report);
        CountDownLatch reported = new CountDownLatch(1);
        Thread stop = stopping(Thread.currentThread(), reported);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            HarvestOutcome outcome = harvest(request);
            summarize(outcome.report());
            if (report.isPresent()) {
                Files.writeString(report.get(), ReportJson.write(outcome.report()) + "\n");
            }
            return exitCode(outcome);
        } finally {
            reported.countDown();
        }
    }

    /** Better now than after hours of harvesting. */
    private void requireFolder(String option, Optional<Path> file) {
        file.map(Path::toAbsolutePath).ifPresent(path -> {
            if (Files.isDirectory(path) || !Files.isDirectory(path.getParent())) {
                throw new ParameterException(
                        spec.commandLine(),
                        option + " " + path + " cannot be written: its folder has to be there, "
                                + "and it has to be a file.");
            }
        });
    }

    /** On Ctrl-C the run ends as interrupted and its report is still written. */
    private static Thread stopping(Thread harvesting, CountDownLatch reported) {
        return new Thread(() -> {
            harvesting.interrupt();
            try {
                reported.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private HarvestOutcome harvest(HarvestRequest request) throws IOException {
        try (JsonLines lines = out.isPresent() ? new JsonLines(out.get(), resume.isPresent()) : null) {
            PrintWriter progress = spec.commandLine().getErr();
            FileSink sink = new FileSink(Optional.ofNullable(lines), progress, everyPages);
            return Harvester.withContact(contact).harvest(request, sink);
        }
    }

    private HarvestRequest request() {
        try {
            HarvestRequest request = HarvestRequest.of(base, prefix).withAddresses(addresses());
            request = set.isPresent() ? request.withSet(set.get()) : request;
            request = from.isPresent() ? request.withFrom(DateOption.first(from.get())) : request;
            request = until.isPresent() ? request.withUntil(DateOption.last(until.get())) : request;
            return resume.isPresent() ? request.resuming(resume.get(), null) : request;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** A base on this machine was meant by whoever typed it; one in the network around it is asked on request only. */
    private AddressPolicy addresses() {
        Harvester.checkUrl(base);
        if (allowPrivate) {
            return AddressPolicy.ANY;
        }
        try {
            boolean here = AddressKind.ofHost(base.getHost()) == AddressKind.LOOPBACK;
            return here ? AddressPolicy.LIKE_BASE : AddressPolicy.PUBLIC_ONLY;
        } catch (UnknownHostException e) {
            return AddressPolicy.PUBLIC_ONLY;
        }
    }

    private void summarize(HarvestReport done) {
        PrintWriter summary = spec.commandLine().getOut();
        summary.printf(
                "%s: %d records (%d deleted), %d failed, %d pages, %d retries%n",
                done.outcome().name().toLowerCase(java.util.Locale.ROOT),
                done.records(),
                done.deleted(),
                done.failedTotal(),
                done.pages(),
                done.retries());
        done.failed().stream().limit(10).forEach(f -> summary.printf("  failed %s: %s%n", f.identifier(), f.reason()));
        done.warnings().forEach(warning -> summary.printf("  note: %s%n", warning));
        if (done.reason() != null) {
            summary.printf("  %s%n", done.reason());
        }
        done.resumptionToken().ifPresent(token -> summary.printf("  to go on: --resume '%s'%n", token));
        summary.flush();
    }

    private static int exitCode(HarvestOutcome outcome) {
        return switch (outcome) {
            case HarvestOutcome.Complete complete -> 0;
            case HarvestOutcome.Interrupted interrupted -> 3;
            case HarvestOutcome.Refused refused -> 4;
        };
    }
}
