package org.vitrail.ontology.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrail.ontology.MergedTerms;
import org.vitrail.ontology.Ontology;
import org.vitrail.ontology.OntologyFault;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermTable;

/** The shipped vocabulary together with the versions in use of a store. */
public final class StoredVocabulary {
    private StoredVocabulary() {}

    /**
     * Of a term that several sources know, what its own ontology says counts most, then other ontologies that import it, then
     * the shipped vocabulary.
     *
     * @param folder of the store; the shipped vocabulary alone where there is none
     */
    public static TermTable table(Optional<Path> folder) throws IOException {
        if (folder.isEmpty()) {
            return TermTable.builtIn();
        }
        OntologyStore store = new OntologyStore(folder.get(), Clock.systemUTC());
        List<List<Term>> own = new ArrayList<>();
        List<List<Term>> imported = new ArrayList<>();
        for (KeptVersion kept : store.versionsInUse()) {
            Ontology ontology = store.read(kept);
            own.add(ontology.terms().stream()
                    .filter(term -> isOwn(ontology, term))
                    .toList());
            imported.add(ontology.terms().stream()
                    .filter(term -> !isOwn(ontology, term))
                    .toList());
        }
        own.addAll(imported);
        own.add(List.copyOf(TermTable.builtIn().terms()));
        return TermTable.of(MergedTerms.of(own));
    }

    /**
     * The same of a setting: a folder that is named has to be there.
     *
     * @param setting its name, for the message
     * @throws OntologyFault when it is not
     */
    public static TermTable configured(String setting, Optional<Path> folder) throws IOException {
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new OntologyFault(setting + ": there is no folder " + folder.get()
                    + ". Fill it with ./vitrail ontologies load, or leave the setting out");
        }
        return table(folder);
    }

    private static boolean isOwn(Ontology ontology, Term term) {
        String prefix = ontology.acronym() + ":";
        return term.id().regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
