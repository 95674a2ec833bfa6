package org.vitrail.cli.ontology;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vitrail.ontology.Ontology;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.fetch.AddressRule;
import org.vitrail.ontology.fetch.BioPortalDownload;
import org.vitrail.ontology.fetch.OntologyDownload;
import org.vitrail.ontology.load.OntologyFile;
import org.vitrail.ontology.store.KeptVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads an ontology and keeps it as a version; what cannot be read whole is not kept. */
@Command(
        name = "load",
        description = "Reads an ontology, OBO or RDF/XML, plain or gzip, and keeps it as a version.",
        footer = "BioPortal wants a key in the environment variable VITRAIL_BIOPORTAL_KEY.")
final class LoadCommand implements Callable<Integer> {
    private static final String BIOPORTAL = "bioportal:";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|URL|bioportal:ACRONYM", description = "where it is; a URL is https and public")
    private String where;

    @Option(names = "--as", paramLabel = "ACRONYM", description = "default: what the file calls itself, in capitals")
    private Optional<String> acronym;

    @Option(names = "--version", paramLabel = "NAME", description = "default: the date or name of its release")
    private Optional<String> version;

    @Option(
            names = "--max-mib",
            defaultValue = "512",
            description = "largest file, unpacked (default ${DEFAULT-VALUE})")
    private int maxMebibytes;

    @Option(names = "--seconds", defaultValue = "600", description = "longest download (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--bioportal",
            paramLabel = "URL",
            defaultValue = "${env:VITRAIL_BIOPORTAL_URL:-https://data.bioontology.org}",
            description = "its base address (default ${DEFAULT-VALUE})")
    private URI bioPortal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    private boolean help;

    @Mixin
    private StoreOption store = new StoreOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (maxMebibytes < 1 || seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--max-mib and --seconds are 1 or more.");
        }
        boolean remote = where.startsWith(BIOPORTAL) || where.matches("(?i)[a-z]+://.*");
        Ontology read = remote ? download() : OntologyFile.read(Path.of(where), (long) maxMebibytes << 20);
        Ontology named = new Ontology(acronym.orElse(nameOf(read)), version.orElse(read.version()), read.terms());
        KeptVersion kept = store.store().save(named, source(remote));
        print(kept, read);
        return 0;
    }

    private Ontology download() throws IOException, InterruptedException {
        Path file = Files.createTempFile("vitrail-ontology-", ".download");
        OntologyDownload.Limits limits =
                new OntologyDownload.Limits((long) maxMebibytes << 20, Duration.ofSeconds(seconds));
        try (OntologyDownload download = new OntologyDownload(AddressRule.publicHttpsAnd(bioPortal), limits)) {
            if (where.startsWith(BIOPORTAL)) {
                new BioPortalDownload(bioPortal, System.getenv("VITRAIL_BIOPORTAL_KEY"))
                        .fetch(download, where.substring(BIOPORTAL.length()), file);
            } else {
                download.fetch(uri(), Map.of(), file);
            }
            return OntologyFile.read(file, source(true), limits.bytes());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private URI uri() {
        try {
            return URI.create(where);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "\"" + where + "\" is no URL.");
        }
    }

    /** What BioPortal calls it is better known than what its file does. */
    private String nameOf(Ontology read) {
        return where.startsWith(BIOPORTAL) ? where.substring(BIOPORTAL.length()) : read.acronym();
    }

    private String source(boolean remote) {
        if (!remote) {
            return Path.of(where).getFileName().toString();
        }
        return where.startsWith(BIOPORTAL) ? where : AddressRule.shown(uri());
    }

    private void print(KeptVersion kept, Ontology read) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        long obsolete = read.terms().stream().filter(Term::obsolete).count();
        out.printf(
                "Kept %s %s: %d terms, %d of them obsolete.%n", kept.acronym(), kept.version(), kept.terms(), obsolete);
        if (!store.store().versionsInUse().contains(kept)) {
            out.printf(
                    "Another version is in use; to change that: ./vitrail ontologies use %s %s%n",
                    kept.acronym(), kept.version());
        }
        out.flush();
    }
}
