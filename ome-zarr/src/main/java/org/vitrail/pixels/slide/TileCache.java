package org.vitrail.pixels.slide;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tiles read last, each once even when several threads ask, so that three channels do not decode the same tile three times. */
final class TileCache {

    private final int mostTiles;
    private final Map<Long, Tile> tiles = new LinkedHashMap<>(16, 0.75f, true);

    TileCache(int mostTiles) {
        this.mostTiles = mostTiles;
    }

    /** Makes a tile. */
    interface Reader {
        byte[] read() throws IOException;
    }

    private static final class Tile {
        private byte[] samples;
    }

    /** The array is shared: callers don't change it. */
    byte[] get(long number, Reader reader) throws IOException {
        Tile tile;
        synchronized (this) {
            tile = tiles.computeIfAbsent(number, absent -> new Tile());
            if (tiles.size() > mostTiles) {
                tiles.remove(tiles.keySet().iterator().next());
            }
        }
        synchronized (tile) {
            if (tile.samples == null) {
                tile.samples = reader.read();
            }
            return tile.samples;
        }
    }
}
