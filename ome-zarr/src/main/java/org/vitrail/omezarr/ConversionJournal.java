package org.vitrail.omezarr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrail.omezarr.pyramid.ShardPlace;

/**
 * Which shards a conversion has stored, kept beside them in the store until it ends, so that another run of the same conversion goes on
 * there, on any machine. A first object names the conversion; the others are numbered, each with the shards of about a gibibyte of
 * samples. What a killed run stored and did not note is stored once more, with the same bytes. docs/formats/conversion-journal.md.
 */
final class ConversionJournal {

    private static final String FOLDER = ".vitrail-journal/";
    private static final int LINES_A_SEGMENT = 64;
    private static final int MOST_SEGMENTS = 10_000_000;

    private final ZarrStore store;
    private final String prefix;
    private final Map<String, List<StoredObject>> done = new HashMap<>();
    private final List<String> unwritten = new ArrayList<>();
    private int segments;

    private ConversionJournal(ZarrStore store, String prefix) {
        this.store = store;
        this.prefix = prefix + FOLDER;
    }

    /** Reads what the same conversion noted before; notes of any other are removed. @param identity one line */
    static ConversionJournal open(ZarrStore store, String prefix, String identity) {
        ConversionJournal journal = new ConversionJournal(store, prefix);
        Optional<String> before = journal.text("conversion");
        if (before.equals(Optional.of(identity))) {
            journal.readSegments();
        } else {
            journal.clear();
            store.put(journal.prefix + "conversion", identity.getBytes(StandardCharsets.UTF_8));
        }
        return journal;
    }

    private void readSegments() {
        for (segments = 0; segments < MOST_SEGMENTS; segments++) {
            Optional<String> segment = text(segment(segments));
            if (segment.isEmpty()) {
                return;
            }
            segment.get().lines().forEach(this::readLine);
        }
    }

    private void readLine(String line) {
        String[] words = line.split("\t");
        List<StoredObject> objects = new ArrayList<>();
        for (int i = 1; i + 2 < words.length; i += 3) {
            objects.add(new StoredObject(words[i], Long.parseLong(words[i + 1]), words[i + 2]));
        }
        done.put(words[0], List.copyOf(objects));
    }

    /** Objects of a shard that an earlier run stored: none for a shard that is all fill value. */
    Optional<List<StoredObject>> find(ShardPlace place) {
        return Optional.ofNullable(done.get(name(place)));
    }

    /** Notes a shard whose objects are all stored. */
    synchronized void add(ShardPlace place, List<StoredObject> objects) {
        StringBuilder line = new StringBuilder(name(place));
        for (StoredObject object : objects) {
            line.append('\t').append(object.key()).append('\t').append(object.sizeBytes());
            line.append('\t').append(object.sha256());
        }
        unwritten.add(line.append('\n').toString());
        if (unwritten.size() >= LINES_A_SEGMENT) {
            flush();
        }
    }

    /** Keeps what was noted, for a run that goes on with other images of the same files. */
    synchronized void flush() {
        if (!unwritten.isEmpty()) {
            store.put(prefix + segment(segments++), String.join("", unwritten).getBytes(StandardCharsets.UTF_8));
            unwritten.clear();
        }
    }

    /** Removes whatever journal there is. */
    static void remove(ZarrStore store) {
        new ConversionJournal(store, "").clear();
    }

    /** Removes the journal, segments before the name, so that a run that dies here finds it whole or not at all. */
    synchronized void clear() {
        int last = segments;
        while (store.suffix(prefix + segment(last), 1).isPresent()) {
            last++;
        }
        for (int i = last - 1; i >= 0; i--) {
            store.delete(prefix + segment(i));
        }
        store.delete(prefix + "conversion");
    }

    private Optional<String> text(String key) {
        return store.find(prefix + key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static String segment(int number) {
        return "%07d".formatted(number);
    }

    private static String name(ShardPlace place) {
        StringBuilder name = new StringBuilder().append(place.level().number());
        for (long index : place.indices()) {
            name.append('/').append(index);
        }
        return name.toString();
    }
}
