package org.vitrail.omezarr.pyramid;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.vitrail.omezarr.codec.CodecChain;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;

/**
 * One pass over an image that makes every level's shards. Walks in Morton order: a shard's children come right before it, and of each
 * level above full resolution one shard is in memory at a time.
 */
public final class PyramidPass {

    static final int TILE = 512;

    private final PyramidPlan plan;
    private final ExecutorService workers;
    private final ShardStore store;
    private final TileWork tiles;
    private final byte[][] levelBuffers;

    /** @param labels true to keep ids apart when halving; @param workers where tiles are worked on */
    public PyramidPass(
            PixelSource source,
            PyramidPlan plan,
            boolean labels,
            CodecChain codec,
            ExecutorService workers,
            Tile.Observer observer,
            ShardStore store) {
        this.plan = plan;
        this.workers = workers;
        this.store = store;
        this.tiles = new TileWork(source, plan, labels, codec, observer);
        this.levelBuffers = new byte[plan.levels().size()][];
    }

    /** Makes everything; the store's and source's exceptions come through. */
    public void run() throws IOException {
        PixelShape shape = plan.shape();
        LevelPlan top = plan.levels().get(plan.levels().size() - 1);
        for (long t = 0; t < shape.t(); t += plan.shardT()) {
            for (int c = 0; c < shape.c(); c++) {
                for (long z = 0; z < top.shardsDeep(); z++) {
                    for (long y = 0; y < top.shardsDown(); y++) {
                        for (long x = 0; x < top.shardsAcross(); x++) {
                            make(new ShardPlace(top, t / plan.shardT(), c, z, y, x), null);
                        }
                    }
                }
            }
        }
    }

    /** Makes one shard after its children, and hands its half-sized samples to the parent. */
    private void make(ShardPlace place, Block parent) throws IOException {
        LevelPlan level = place.level();
        Block block = null;
        if (level.number() > 0) {
            block = Block.of(buffer(level), level, place);
            for (ShardPlace child : children(place)) {
                make(child, block);
            }
        }
        boolean stored = store.has(place);
        byte[][] earlier = stored && block == null ? store.find(place).orElse(null) : null;
        stored &= block != null || earlier != null;
        int chunks = plan.shardT() * level.shardDepth() * level.chunksDown() * level.chunksAcross();
        TileWork.Shard shard = new TileWork.Shard(place, block, parent, earlier, stored ? null : new byte[chunks][]);
        await(work(shard));
        if (!stored) {
            store.take(place, shard.chunks());
        }
    }

    /** Shards of the level before that lie below this one, in the order of z, y, x. */
    private List<ShardPlace> children(ShardPlace place) {
        LevelPlan level = place.level();
        LevelPlan below = plan.levels().get(level.number() - 1);
        int factor = plan.halvesDepth(level) ? 2 : 1;
        long firstZ = place.z() * level.shardDepth() * factor / below.shardDepth();
        long endZ = Math.min(below.depth(), (place.z() + 1) * level.shardDepth() * factor);
        List<ShardPlace> children = new ArrayList<>();
        for (long z = firstZ; z * below.shardDepth() < endZ; z++) {
            for (long y = 2 * place.y(); y < Math.min(2 * place.y() + 2, below.shardsDown()); y++) {
                for (long x = 2 * place.x(); x < Math.min(2 * place.x() + 2, below.shardsAcross()); x++) {
                    children.add(new ShardPlace(below, place.t(), place.c(), z, y, x));
                }
            }
        }
        return children;
    }

    /** The work on a shard's tiles; two sections at once where they become one. */
    private List<Callable<Void>> work(TileWork.Shard shard) {
        ShardPlace place = shard.place();
        LevelPlan level = place.level();
        int countT = (int) Math.min(plan.shardT(), plan.shape().t() - place.t() * plan.shardT());
        boolean pairs = shard.parent() != null && plan.halvesDepth(plan.levels().get(level.number() + 1));
        List<Callable<Void>> work = new ArrayList<>();
        for (int t = 0; t < countT; t++) {
            for (int z = 0; z < level.sectionsIn(place.z()); z += pairs ? 2 : 1) {
                for (int y = 0; y < level.rowsIn(place.y()); y += TILE) {
                    for (int x = 0; x < level.columnsIn(place.x()); x += TILE) {
                        int[] corner = {t, z, y, x};
                        work.add(() -> tiles.run(shard, corner, pairs));
                    }
                }
            }
        }
        return work;
    }

    private byte[] buffer(LevelPlan level) {
        int number = level.number();
        if (levelBuffers[number] == null) {
            long planes = (long) plan.shardT() * level.shardDepth();
            long height = Math.min(level.shardHeight(), level.height());
            long width = Math.min(level.shardWidth(), level.width());
            levelBuffers[number] = new byte
                    [Math.toIntExact(planes * height * width * plan.type().bytes())];
        }
        return levelBuffers[number];
    }

    private void await(List<Callable<Void>> work) throws IOException {
        try {
            for (Future<Void> done : workers.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The conversion was stopped");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("A tile could not be worked on", failed.getCause());
        }
    }
}
