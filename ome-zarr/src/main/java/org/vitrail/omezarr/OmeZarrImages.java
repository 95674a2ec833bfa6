package org.vitrail.omezarr;

import java.util.ArrayList;
import java.util.List;
import org.vitrail.omezarr.WrittenFileset.Layout;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.WellPosition;
import org.vitrail.pixels.identity.IdentityFinding;

/**
 * All images of an OME-Zarr 0.4 or 0.5: the one at its root, the fields of a plate or well, or the images of a collection, with their
 * label images. An image's metadata are read when it is first asked for something, so that large plates open at once. Safe for several
 * threads.
 */
public final class OmeZarrImages implements Fileset {

    private static final long READER_BYTES = 16L << 20;

    private final ZarrStore store;
    private final ImageTree tree;
    private final ChunkCaches caches = ChunkCaches.create();
    private final BoundedCache<OmeZarrReader> readers = new BoundedCache<>(READER_BYTES);
    private final List<ZarrImage> images = new ArrayList<>();
    private volatile List<IdentityFinding> findings;

    private OmeZarrImages(ZarrStore store, ImageTree tree) {
        this.store = store;
        this.tree = tree;
        for (int i = 0; i < tree.members().size(); i++) {
            images.add(new ZarrImage(this, i));
        }
    }

    /**
     * Opens what lies at a store's root; closing the images closes the store.
     *
     * @throws UnreadableZarr when there is no image, or metadata of plate, wells or collection are wrong or absurd
     * @throws ZarrStoreFailure when the store did not answer
     */
    public static OmeZarrImages open(ZarrStore store) {
        return new OmeZarrImages(store, ImageTree.of(store));
    }

    /** How the images lie in the store; a well alone is a collection. */
    public Layout layout() {
        return tree.layout();
    }

    /** Name of the plate; null where there is none. */
    public String plateName() {
        return tree.plateName();
    }

    /** Path of an image's group below the root, empty for the root itself. */
    public String path(int image) {
        return tree.members().get(image).path();
    }

    /** Where on the plate an image was taken; null elsewhere. */
    public WellPosition well(int image) {
        return tree.members().get(image).well();
    }

    /**
     * One image with its levels, storage and labels.
     *
     * @throws UnreadableZarr when it is absent, or its metadata are wrong or unsupported
     * @throws ZarrStoreFailure when the store did not answer
     */
    public OmeZarrReader reader(int image) {
        String path = path(image);
        OmeZarrReader kept = readers.find(path);
        if (kept == null) {
            kept = new OmeZarrReader(store, path.isEmpty() ? "" : path + "/", caches, well(image));
            readers.keep(path, kept, kept.metadataBytes());
        }
        return kept;
    }

    @Override
    public List<ZarrImage> images() {
        return List.copyOf(images);
    }

    /** Of names and other texts in the documents of the root and of each image; reads them all. */
    @Override
    public List<IdentityFinding> findings() {
        if (findings == null) {
            findings = ZarrFindings.of(store, tree);
        }
        return findings;
    }

    @Override
    public void close() {
        store.close();
    }
}
