package org.vitrail.omezarr.validation;

import org.vitrail.omezarr.UnreadableZarr;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.omezarr.validation.Validation.Looked;
import org.vitrail.pixels.PixelsException;

/**
 * Judges whatever an OME-Zarr's root holds: an image, a label image, a list of them, a plate, a well, a collection. No document makes it
 * throw, run for ever or leave the store, and one bad part does not keep it from the others.
 */
public final class ZarrValidator {

    private static final int MOST_BYTES = 64 << 20;

    private final ZarrStore store;
    private final Findings findings;
    private final Documents documents;
    private final Groups groups;
    private final ValidationOptions options;
    private long arrays;

    private ZarrValidator(ZarrStore store, boolean zarrV3, ValidationOptions options) {
        this.store = store;
        this.findings = new Findings(zarrV3);
        this.documents = new Documents(store, findings);
        this.groups = new Groups(documents, findings);
        this.options = options;
    }

    /**
     * Looks at everything below a store's root. Of documents one is in memory at a time, of chunks as many as take a third of the heap.
     *
     * @return {@link Validation.Unread} when there is no Zarr, or the store does not answer; else what was found
     */
    public static Validation validate(ZarrStore store, ValidationOptions options) {
        boolean v3;
        boolean v2;
        try {
            v3 = has(store, "zarr.json");
            v2 = has(store, ".zgroup") || has(store, ".zattrs") || has(store, ".zarray");
        } catch (PixelsException | IllegalArgumentException failed) {
            return new Validation.Unread(failed.getMessage());
        }
        if (!v3 && !v2) {
            return new Validation.Unread("There is no Zarr at " + store
                    + ": zarr.json, .zgroup and .zattrs are absent. Give the folder or address that ends with .zarr.");
        }
        ZarrValidator validator = new ZarrValidator(store, v3, options);
        if (v3 && v2) {
            validator.findings.add(
                    Rule.MIXED_FORMATS,
                    "",
                    Section.ZARR_GROUP,
                    "documents of Zarr v2 lie beside zarr.json; only Zarr v3 was looked at",
                    "Remove those of one format");
        }
        return validator.run();
    }

    private static boolean has(ZarrStore store, String key) {
        try {
            return store.find(key, MOST_BYTES).isPresent();
        } catch (UnreadableZarr tooLong) {
            return true;
        }
    }

    private Validation run() {
        DigestCheck digests = new DigestCheck(store, findings);
        try (ChunkVerification chunks =
                options.chunks() ? new ChunkVerification(store, findings, options.threads()) : null) {
            ImageWalk images = new ImageWalk(documents, groups, findings, seen(chunks, digests));
            PlateWalk plates = new PlateWalk(documents, groups, images);
            groups.find("").ifPresentOrElse(group -> walk(group, images, plates), this::reportNoGroup);
            if (chunks == null) {
                return findings.result(new Looked(images.images(), arrays, plates.wells(), 0, 0, 0, 0, false));
            }
            chunks.close();
            ChunkCheck done = chunks.check();
            digests.compare(done.decodedBytes());
            return findings.result(new Looked(
                    images.images(),
                    arrays,
                    plates.wells(),
                    done.objects(),
                    done.chunks(),
                    done.decodedBytes(),
                    digests.compared(),
                    chunks.lookedForStrays()));
        }
    }

    /** @param chunks null when they are not looked at */
    private ImageWalk.Seen seen(ChunkVerification chunks, DigestCheck digests) {
        return new ImageWalk.Seen() {
            @Override
            public void image(Group group) {
                if (chunks != null) {
                    digests.note(group);
                }
            }

            @Override
            public void array(ArrayInfo array) {
                arrays++;
                if (chunks != null) {
                    chunks.add(array);
                }
            }
        };
    }

    private void walk(Group root, ImageWalk images, PlateWalk plates) {
        boolean known = false;
        if (root.has("plate")) {
            known = true;
            plates.plate(root, findings.zarrV3());
        }
        if (root.has("bioformats2raw.layout")) {
            known = true;
            new CollectionWalk(documents, groups, images, findings)
                    .collection(root, root.has("plate") ? plates.fieldsSeen() : null);
        }
        if (root.has("multiscales") || root.has("image-label")) {
            known = true;
            images.image(root);
        }
        if (root.has("well")) {
            known = true;
            plates.well(root, null);
        }
        if (root.has("labels")) {
            known = true;
            images.labelList(root);
        }
        if (root.has("series")) {
            known = true;
            Element series = root.ome().get("series").in(Section.COLLECTION);
            if (series.isList(1)) {
                series.items().forEach(Element::text);
            }
        }
        if (!known) {
            reportNothing(root);
        }
    }

    /** Where the root's document is broken, that was reported already. */
    private void reportNoGroup() {
        if (findings.isEmpty()) {
            findings.add(
                    Rule.NO_OME_METADATA,
                    "",
                    Section.METADATA,
                    "there is an array and no group of OME-NGFF",
                    "Give the image's group, which is the folder above");
        }
    }

    private void reportNothing(Group root) {
        String keys = "multiscales, plate, well, labels, bioformats2raw.layout or series";
        root.ome()
                .report(
                        Rule.NO_OME_METADATA,
                        "there is no metadata of OME-NGFF: none of " + keys,
                        findings.zarrV3()
                                ? "Give the image's group, and keep its metadata under \"ome\" in attributes"
                                : "Give the image's group, and keep its metadata in .zattrs");
    }
}
