package org.vitrail.cli.ontology;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.vitrail.ontology.store.KeptVersion;
import org.vitrail.ontology.store.OntologyStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what is kept; an asterisk marks the version in use. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the versions that are kept.")
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption store = new StoreOption();

    @Override
    public Integer call() throws IOException {
        OntologyStore kept = store.store();
        List<KeptVersion> inUse = kept.versionsInUse();
        PrintWriter out = spec.commandLine().getOut();
        List<KeptVersion> all = kept.versions();
        String form = "%%s %%-%ds  %%-%ds %%8d terms  loaded %%s from %%s%%n"
                .formatted(longest(all, KeptVersion::acronym), longest(all, KeptVersion::version));
        for (KeptVersion version : all) {
            out.printf(
                    form,
                    inUse.contains(version) ? "*" : " ",
                    version.acronym(),
                    version.version(),
                    version.terms(),
                    version.loadedAt().truncatedTo(ChronoUnit.SECONDS),
                    version.source());
        }
        if (inUse.isEmpty()) {
            out.println("Nothing is kept in " + store.folder() + "; the shipped vocabulary is used alone.");
        }
        out.flush();
        return 0;
    }

    private static int longest(List<KeptVersion> all, Function<KeptVersion, String> column) {
        return all.stream().map(column).mapToInt(String::length).max().orElse(1);
    }
}
