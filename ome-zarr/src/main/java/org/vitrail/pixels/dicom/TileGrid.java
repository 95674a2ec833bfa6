package org.vitrail.pixels.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.dicom.frame.PixelLayout;

/**
 * Which frame is which tile of a slide's level. PS3.3 §C.7.6.17.3 (TILED_FULL), §C.8.12.14.2 (TILED_SPARSE).
 *
 * @param tilesX tiles in a row
 * @param tilesY rows of tiles
 * @param paths optical paths, the channels
 * @param planes focal planes
 * @param cells places in the order path, plane, row, column, rising; null when every place has its frame in that order
 * @param frames frame of each of {@code cells}
 */
record TileGrid(long tilesX, long tilesY, int paths, int planes, long[] cells, int[] frames) {

    /** Frame of a tile, or −1 where there is none. */
    int frame(int path, int plane, long tileY, long tileX) {
        long cell = ((long) (path * planes + plane) * tilesY + tileY) * tilesX + tileX;
        if (cells == null) {
            return (int) cell;
        }
        int found = Arrays.binarySearch(cells, cell);
        return found < 0 ? -1 : frames[found];
    }

    /** Reads how the tiles of a level are organized. */
    static TileGrid read(Instance slide, Dataset data, long columns, long rows) throws IOException {
        PixelLayout layout = slide.layout();
        long tilesX = (columns + layout.columns() - 1) / layout.columns();
        long tilesY = (rows + layout.rows() - 1) / layout.rows();
        boolean sparse = data.has(Tags.PER_FRAME_FUNCTIONAL_GROUPS)
                && !data.text(Tags.DIMENSION_ORGANIZATION_TYPE).equals("TILED_FULL");
        return sparse ? sparse(slide, data, tilesX, tilesY) : full(slide, data, tilesX, tilesY);
    }

    private static TileGrid full(Instance slide, Dataset data, long tilesX, long tilesY) throws IOException {
        long planes = Math.max(1, data.unsigned(Tags.TOTAL_FOCAL_PLANES, 1));
        long paths = Math.max(1, data.unsigned(Tags.NUMBER_OF_OPTICAL_PATHS, 1));
        int frames = slide.layout().frames();
        boolean many = planes > frames || paths > frames || tilesX > frames || tilesY > frames;
        if (many || tilesX * tilesY * planes > frames || tilesX * tilesY * planes * paths != frames) {
            throw data.in()
                    .broken(
                            "%d × %d tiles, %d focal planes and %d optical paths do not make its %d frames"
                                    .formatted(tilesX, tilesY, planes, paths, frames),
                            data.find(Tags.TOTAL_COLUMNS).map(e -> e.at()).orElse(0L));
        }
        return new TileGrid(tilesX, tilesY, (int) paths, (int) planes, null, null);
    }

    /** Where a frame lies: its first pixel, counted from 1, its optical path and its focal plane. */
    private record Tile(long column, long row, String path, double focus) {}

    private static TileGrid sparse(Instance slide, Dataset data, long tilesX, long tilesY) throws IOException {
        List<Tile> tiles = new ArrayList<>();
        data.forEachItem(Tags.PER_FRAME_FUNCTIONAL_GROUPS, item -> {
            Dataset place = item.item(Tags.PLANE_POSITION_SLIDE_SEQUENCE);
            double[] focus = place.decimals(Tags.Z_OFFSET_IN_SLIDE, 1);
            tiles.add(new Tile(
                    place.signed(Tags.COLUMN_POSITION, 0),
                    place.signed(Tags.ROW_POSITION, 0),
                    item.item(Tags.OPTICAL_PATH_IDENTIFICATION_SEQUENCE)
                            .text(Tags.OPTICAL_PATH_IDENTIFIER)
                            .intern(),
                    focus == null ? 0 : focus[0]));
        });
        if (tiles.size() != slide.layout().frames()) {
            throw data.in()
                    .broken(
                            "it has %d frames, but says where %d tiles are"
                                    .formatted(slide.layout().frames(), tiles.size()),
                            data.find(Tags.PER_FRAME_FUNCTIONAL_GROUPS)
                                    .orElseThrow()
                                    .at());
        }
        return placed(slide, data, tiles, tilesX, tilesY);
    }

    private static TileGrid placed(Instance slide, Dataset data, List<Tile> tiles, long tilesX, long tilesY)
            throws IOException {
        Map<String, Integer> paths = places(paths(data, tiles));
        Map<Double, Integer> planes =
                places(new TreeSet<>(tiles.stream().map(Tile::focus).toList()));
        DicomPixels.shape(slide.file().name(), 1, paths.size(), planes.size(), tilesY, tilesX);
        long[][] sorted = new long[tiles.size()][];
        for (int frame = 0; frame < sorted.length; frame++) {
            Tile tile = tiles.get(frame);
            checkPlace(slide, tile, tilesX, tilesY);
            long plane = (long) paths.get(tile.path) * planes.size() + planes.get(tile.focus);
            long row = (tile.row - 1) / slide.layout().rows();
            long column = (tile.column - 1) / slide.layout().columns();
            sorted[frame] = new long[] {(plane * tilesY + row) * tilesX + column, frame};
        }
        Arrays.sort(sorted, (a, b) -> Long.compare(a[0], b[0]));
        long[] cells = Arrays.stream(sorted).mapToLong(pair -> pair[0]).toArray();
        int[] frames = Arrays.stream(sorted).mapToInt(pair -> (int) pair[1]).toArray();
        return new TileGrid(tilesX, tilesY, paths.size(), planes.size(), cells, frames);
    }

    private static <T> Map<T, Integer> places(Collection<T> values) {
        Map<T, Integer> places = new HashMap<>();
        values.forEach(value -> places.put(value, places.size()));
        return places;
    }

    /** In the order of the optical path sequence; what is not in it comes after. */
    private static Set<String> paths(Dataset data, List<Tile> tiles) throws IOException {
        List<String> listed = new ArrayList<>();
        data.forEachItem(Tags.OPTICAL_PATH_SEQUENCE, item -> listed.add(item.text(Tags.OPTICAL_PATH_IDENTIFIER)));
        Set<String> used = new TreeSet<>(tiles.stream().map(Tile::path).toList());
        Set<String> ordered = new LinkedHashSet<>(listed);
        ordered.retainAll(used);
        ordered.addAll(used);
        return ordered;
    }

    private static void checkPlace(Instance slide, Tile tile, long tilesX, long tilesY) {
        PixelLayout layout = slide.layout();
        boolean inside = tile.column >= 1
                && tile.row >= 1
                && (tile.column - 1) / layout.columns() < tilesX
                && (tile.row - 1) / layout.rows() < tilesY;
        if (!inside || (tile.column - 1) % layout.columns() != 0 || (tile.row - 1) % layout.rows() != 0) {
            throw new UnsupportedImage(
                    "DICOM file %s has a tile at column %d, row %d, which is not on the grid of its %d × %d tiles of %d × %d pixels; only tiles on the grid are read. Export the slide with regular tiles."
                            .formatted(
                                    slide.file().name(),
                                    tile.column,
                                    tile.row,
                                    tilesY,
                                    tilesX,
                                    layout.rows(),
                                    layout.columns()));
        }
    }
}
