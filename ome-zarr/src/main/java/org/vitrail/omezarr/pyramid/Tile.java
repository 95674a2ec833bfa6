package org.vitrail.omezarr.pyramid;

/**
 * A part of a scale level as it passes by, at most 512 × 512, aligned to multiples of 512.
 *
 * @param level number of the level
 * @param t time point
 * @param c channel
 * @param z section
 * @param y first row in the level
 * @param x first column in the level
 * @param area its samples; at level 0 without gaps from the array's start
 */
public record Tile(int level, int t, int c, int z, long y, long x, Area area) {

    /** Sees every tile of every level once, from several threads. */
    public interface Observer {
        void see(Tile tile);
    }
}
