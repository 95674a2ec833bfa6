package org.vitrail.cli.ontology;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.vitrail.ontology.remote.AnswerCache;
import org.vitrail.ontology.remote.BioPortal;
import org.vitrail.ontology.remote.CircuitBreaker;
import org.vitrail.ontology.remote.Ols;
import org.vitrail.ontology.remote.TermEnrichment;
import org.vitrail.ontology.remote.TermService;
import org.vitrail.ontology.remote.TermService.RemoteTerm;
import picocli.CommandLine.Option;

/** Asks a service on the web too; its failure is told and changes nothing else. */
final class RemoteSearch {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private enum Service {
        NONE,
        OLS,
        BIOPORTAL
    }

    @Option(
            names = "--also",
            paramLabel = "SERVICE",
            defaultValue = "none",
            description = "ask ols or bioportal too; the text is sent there (default: nobody)")
    private Service service;

    @Option(
            names = "--ols",
            paramLabel = "URL",
            defaultValue = "${env:VITRAIL_OLS_URL:-https://www.ebi.ac.uk/ols4/api}",
            description = "base address of OLS (default ${DEFAULT-VALUE})")
    private URI ols;

    @Option(
            names = "--bioportal",
            paramLabel = "URL",
            defaultValue = "${env:VITRAIL_BIOPORTAL_URL:-https://data.bioontology.org}",
            description = "base address of BioPortal (default ${DEFAULT-VALUE})")
    private URI bioPortal;

    /** Prints what the service knows, and nothing where none was asked for. */
    void print(String text, int limit, PrintWriter out) {
        Clock clock = Clock.systemUTC();
        String key = System.getenv("VITRAIL_BIOPORTAL_KEY");
        switch (service) {
            case NONE -> {}
            case OLS -> {
                try (Ols asked = new Ols(ols, TIMEOUT, clock)) {
                    print(asked, text, limit, out);
                }
            }
            case BIOPORTAL -> {
                if (key == null || key.isBlank()) {
                    out.println("BioPortal was not asked: VITRAIL_BIOPORTAL_KEY is not set.");
                    return;
                }
                try (BioPortal asked = new BioPortal(bioPortal, key, TIMEOUT, clock)) {
                    print(asked, text, limit, out);
                }
            }
        }
    }

    private static void print(TermService service, String text, int limit, PrintWriter out) {
        Clock clock = Clock.systemUTC();
        TermEnrichment.Answer<RemoteTerm> answer = new TermEnrichment(
                        service, new CircuitBreaker(1, TIMEOUT, clock), new AnswerCache(1, TIMEOUT, clock))
                .search(text, limit);
        out.println(service.name() + ":"
                + answer.why().map(why -> " no answer, " + why).orElse(""));
        for (RemoteTerm term : answer.found()) {
            out.printf(
                    "%-20s %s [%s]%n",
                    term.curie().isEmpty() ? term.iri() : term.curie(), term.label(), term.ontology());
        }
    }
}
