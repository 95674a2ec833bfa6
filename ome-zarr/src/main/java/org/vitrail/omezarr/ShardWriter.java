package org.vitrail.omezarr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrail.omezarr.codec.CorruptChunk;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.omezarr.pyramid.LevelPlan;
import org.vitrail.omezarr.pyramid.PyramidPlan;
import org.vitrail.omezarr.pyramid.ShardPlace;
import org.vitrail.omezarr.pyramid.ShardStore;
import org.vitrail.omezarr.shard.ShardIndex;

/** Stores an image's shards, as one object each (0.5) or as an object for each chunk (0.4), and notes them in a journal. */
final class ShardWriter implements ShardStore {

    private final ObjectRecorder recorder;
    private final String prefix;
    private final AxisSelection axes;
    private final PyramidPlan plan;
    private final NgffVersion version;
    private final ConversionJournal journal;

    /** @param journal null to keep none */
    ShardWriter(
            ObjectRecorder recorder,
            String prefix,
            AxisSelection axes,
            PyramidPlan plan,
            NgffVersion version,
            ConversionJournal journal) {
        this.recorder = recorder;
        this.prefix = prefix;
        this.axes = axes;
        this.plan = plan;
        this.version = version;
        this.journal = journal;
    }

    @Override
    public void take(ShardPlace place, byte[][] chunks) {
        List<String> keys = new ArrayList<>();
        List<byte[]> objects = new ArrayList<>();
        collect(place, chunks, keys, objects);
        if (keys.isEmpty()) {
            note(place, List.of());
            return;
        }
        AtomicInteger left = new AtomicInteger(keys.size());
        ConcurrentLinkedQueue<StoredObject> stored = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < keys.size(); i++) {
            recorder.put(keys.get(i), objects.get(i), object -> {
                stored.add(object);
                if (left.decrementAndGet() == 0) {
                    note(place, List.copyOf(stored));
                }
            });
        }
    }

    private void collect(ShardPlace place, byte[][] chunks, List<String> keys, List<byte[]> objects) {
        if (version == NgffVersion.V0_5) {
            for (byte[] chunk : chunks) {
                if (chunk != null) {
                    keys.add(key(place.level(), "/c", place.indices()));
                    objects.add(ShardIndex.assemble(chunks));
                    return;
                }
            }
            return;
        }
        for (int i = 0; i < chunks.length; i++) {
            if (chunks[i] != null) {
                keys.add(chunkKey(place, i));
                objects.add(chunks[i]);
            }
        }
    }

    private void note(ShardPlace place, List<StoredObject> objects) {
        if (journal != null) {
            journal.add(place, objects);
        }
    }

    /** Key of the n-th chunk of a shard, counted over all chunks of the array. */
    private String chunkKey(ShardPlace place, int number) {
        LevelPlan level = place.level();
        int across = level.shardWidth() / level.chunkWidth();
        int down = level.shardHeight() / level.chunkHeight();
        int plane = number / (across * down);
        long[] indices = {
            place.t() * plan.shardT() + plane / level.shardDepth(),
            place.c(),
            place.z() * level.shardDepth() + plane % level.shardDepth(),
            place.y() * down + number / across % down,
            place.x() * across + number % across
        };
        return key(level, "", indices);
    }

    private String key(LevelPlan level, String between, long[] five) {
        StringBuilder key = new StringBuilder(prefix).append(level.number()).append(between);
        for (long index : axes.pick(five)) {
            key.append('/').append(index);
        }
        return key.toString();
    }

    @Override
    public boolean has(ShardPlace place) {
        Optional<List<StoredObject>> earlier = journal == null ? Optional.empty() : journal.find(place);
        if (earlier.isPresent() && place.level().number() > 0) {
            recorder.keep(earlier.get());
        }
        return earlier.isPresent();
    }

    @Override
    public Optional<byte[][]> find(ShardPlace place) {
        List<StoredObject> noted = journal.find(place).orElse(List.of());
        LevelPlan level = place.level();
        int count = plan.shardT() * level.shardDepth() * (level.shardHeight() / level.chunkHeight());
        byte[][] chunks = new byte[count * (level.shardWidth() / level.chunkWidth())][];
        for (StoredObject object : noted) {
            Optional<byte[]> bytes = recorder.store().find(object.key());
            if (bytes.isEmpty() || !ObjectRecorder.sha256(bytes.get()).equals(object.sha256())) {
                return Optional.empty();
            }
            if (!sort(place, object.key(), bytes.get(), chunks)) {
                return Optional.empty();
            }
        }
        recorder.keep(noted);
        return Optional.of(chunks);
    }

    /** Puts an object's chunks into their places. */
    private boolean sort(ShardPlace place, String key, byte[] bytes, byte[][] chunks) {
        if (version == NgffVersion.V0_5) {
            try {
                ShardIndex.chunks(bytes, chunks);
                return true;
            } catch (CorruptChunk damaged) {
                return false;
            }
        }
        for (int i = 0; i < chunks.length; i++) {
            if (chunkKey(place, i).equals(key)) {
                chunks[i] = bytes;
                return true;
            }
        }
        return false;
    }
}
