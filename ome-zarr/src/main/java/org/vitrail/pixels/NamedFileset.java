package org.vitrail.pixels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vitrail.pixels.identity.FileNameRule;
import org.vitrail.pixels.identity.IdentityFinding;

/** Adds to a fileset what the names of its files could reveal; names are not the formats' business. */
record NamedFileset(Fileset fileset, List<IdentityFinding> findings) implements Fileset {

    /** Folders of series and plates hold up to some thousand files; names beyond are like those before. */
    private static final int NAMES_MAX = 10_000;

    /** Of the names of what is given, in its order. */
    static List<IdentityFinding> namesOf(List<Path> given) throws IOException {
        List<IdentityFinding> findings = new ArrayList<>();
        for (Path path : given) {
            String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
            if (Files.isDirectory(path)) {
                findings.addAll(FileNameRule.findings(name, "folder name"));
                findings.addAll(inside(path));
            } else {
                findings.addAll(FileNameRule.findings(name));
            }
        }
        return findings;
    }

    /** The fileset with the findings of names before its own. @param datesReveal false to leave out dates where nothing else is found */
    static Fileset of(Fileset fileset, List<IdentityFinding> names, boolean datesReveal) {
        List<IdentityFinding> findings = new ArrayList<>(names);
        findings.addAll(fileset.findings());
        boolean datesAlone = findings.stream().allMatch(finding -> finding.kind() == IdentityFinding.Kind.DATE);
        return new NamedFileset(fileset, datesAlone && !datesReveal ? List.of() : List.copyOf(findings));
    }

    /** One for all, of the first name in alphabetical order that reveals: a series repeats its patient's name in every file. */
    private static List<IdentityFinding> inside(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.limit(NAMES_MAX)
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .map(name -> FileNameRule.findings(name, "name of a file in the folder"))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }
    }

    @Override
    public List<? extends PixelSource> images() {
        return fileset.images();
    }

    @Override
    public void close() throws IOException {
        fileset.close();
    }
}
