package org.vitrail.ontology.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrail.ontology.Ontology;
import org.vitrail.ontology.OntologyFault;

/**
 * A folder of ontologies. What is in it never changes; a version is there whole or not at all, whatever is killed. Several
 * processes may use one folder: they write one after the other, and reading needs no lock.
 */
public final class OntologyStore {
    private static final String INDEX = "versions.json";
    private static final String IN_USE = "in-use.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path folder;
    private final Clock clock;

    /** @param folder made when something is kept; absent means empty */
    public OntologyStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Keeps a version. The same terms under the same name again change nothing.
     *
     * @param source where they come from: file name, URL without query, bioportal:ACRONYM
     * @throws OntologyFault when other terms are kept under this name, or it has no usable name
     */
    public KeptVersion save(Ontology ontology, String source) throws IOException {
        String acronym = StoreNames.acronym(ontology.acronym());
        return locked(() -> {
            Path unnamed = folder.resolve(acronym).resolve(".loading.jsonl.gz");
            try {
                String sha256 = WholeFile.write(unnamed, out -> TermLines.write(out, ontology.terms()));
                String version = StoreNames.version(ontology.version(), sha256);
                return keep(
                        unnamed,
                        new KeptVersion(
                                acronym, version, source, ontology.terms().size(), sha256, clock.instant()));
            } finally {
                Files.deleteIfExists(unnamed);
            }
        });
    }

    /** All versions, by acronym, oldest first. */
    public List<KeptVersion> versions() throws IOException {
        List<KeptVersion> all = new ArrayList<>(readJson(INDEX, new TypeReference<List<KeptVersion>>() {}, List.of()));
        all.sort(Comparator.comparing(KeptVersion::acronym).thenComparing(KeptVersion.BY_AGE));
        return List.copyOf(all);
    }

    /** Of each ontology the version that was chosen, else the newest. */
    public List<KeptVersion> versionsInUse() throws IOException {
        Map<String, String> chosen = chosen();
        Map<String, KeptVersion> inUse = new TreeMap<>();
        for (KeptVersion kept : versions()) {
            String wanted = chosen.get(kept.acronym());
            if (wanted == null || wanted.equals(kept.version())) {
                inUse.put(kept.acronym(), kept);
            }
        }
        return List.copyOf(inUse.values());
    }

    /**
     * Chooses the version to use from the next start on.
     *
     * @param version empty for the newest, whichever that will be
     * @throws OntologyFault when it is not kept
     */
    public void use(String acronym, Optional<String> version) throws IOException {
        String name = StoreNames.acronym(acronym);
        locked(() -> {
            boolean known = versions().stream()
                    .anyMatch(kept -> kept.acronym().equals(name)
                            && version.map(kept.version()::equals).orElse(true));
            if (!known) {
                throw new OntologyFault(
                        "There is no " + name + version.map(v -> " " + v).orElse("") + " in " + folder
                                + ". See what is there: ./vitrail ontologies list");
            }
            Map<String, String> chosen = chosen();
            version.ifPresentOrElse(v -> chosen.put(name, v), () -> chosen.remove(name));
            return writeJson(IN_USE, chosen);
        });
    }

    /**
     * The terms of a version.
     *
     * @throws DamagedStore when its file is not what was written
     */
    public Ontology read(KeptVersion kept) throws IOException {
        return new Ontology(kept.acronym(), kept.version(), TermLines.read(table(kept), kept.sha256()));
    }

    private KeptVersion keep(Path written, KeptVersion version) throws IOException {
        List<KeptVersion> all = new ArrayList<>(versions());
        for (KeptVersion kept : all) {
            if (kept.acronym().equals(version.acronym()) && kept.version().equals(version.version())) {
                if (!kept.sha256().equals(version.sha256())) {
                    throw new OntologyFault(
                            kept.acronym() + " " + kept.version()
                                    + " is kept already, with other terms. A version never changes: give this one another name with --version");
                }
                return kept;
            }
        }
        Files.move(written, table(version), StandardCopyOption.ATOMIC_MOVE);
        all.add(version);
        writeJson(INDEX, all);
        return version;
    }

    private Path table(KeptVersion kept) {
        return folder.resolve(kept.acronym()).resolve(kept.version() + ".jsonl.gz");
    }

    private Map<String, String> chosen() throws IOException {
        return new TreeMap<>(readJson(IN_USE, new TypeReference<Map<String, String>>() {}, Map.of()));
    }

    private <T> T readJson(String name, TypeReference<T> type, T absent) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return absent;
        }
        try {
            return JSON.readValue(Files.readString(file), type);
        } catch (JsonProcessingException broken) {
            throw new DamagedStore(file, broken);
        }
    }

    private Path writeJson(String name, Object value) throws IOException {
        return WholeFile.write(folder.resolve(name), out -> {
            out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
            return folder.resolve(name);
        });
    }

    private interface Work<R> {
        R run() throws IOException;
    }

    private <R> R locked(Work<R> work) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            return work.run();
        } catch (OverlappingFileLockException busy) {
            throw new OntologyFault(folder + " is being written by another part of this program; try again");
        }
    }
}
