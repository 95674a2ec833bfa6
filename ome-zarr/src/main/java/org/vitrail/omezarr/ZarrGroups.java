package org.vitrail.omezarr;

import java.util.Optional;
import org.vitrail.omezarr.ngff.ArrayMetadata;
import org.vitrail.omezarr.ngff.BadMetadata;
import org.vitrail.omezarr.ngff.GroupDocument;

/** Finds the metadata of groups and arrays, of Zarr v3 first, then of v2. */
final class ZarrGroups {

    /** What a document may have: larger ones are no metadata. */
    static final int MOST_METADATA_BYTES = 64 << 20;

    static final String V3 = "zarr.json";
    static final String V2_GROUP = ".zgroup";
    static final String V2_ATTRIBUTES = ".zattrs";
    static final String V2_ARRAY = ".zarray";

    /** True for the name of a document that makes its folder a group. */
    static boolean isGroupDocument(String name) {
        return name.equals(V3) || name.equals(V2_GROUP) || name.equals(V2_ATTRIBUTES);
    }

    private final ZarrStore store;

    ZarrGroups(ZarrStore store) {
        this.store = store;
    }

    /** The group at a prefix that is empty or ends with a slash; empty when there is none. */
    Optional<GroupDocument> find(String prefix) {
        String key = prefix + V3;
        try {
            Optional<byte[]> v3 = document(key);
            if (v3.isPresent()) {
                return Optional.of(GroupDocument.ofVersion3(v3.get()));
            }
            key = prefix + V2_ATTRIBUTES;
            Optional<byte[]> attributes = document(key);
            if (attributes.isEmpty() && document(prefix + V2_GROUP).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(GroupDocument.ofVersion2(attributes.orElse(null)));
        } catch (BadMetadata bad) {
            throw bad(key, bad);
        }
    }

    /** The group at a prefix; @throws UnreadableZarr when there is none */
    GroupDocument get(String prefix) {
        return find(prefix)
                .orElseThrow(() -> new UnreadableZarr("There is no OME-Zarr at " + store + " " + prefix + ": " + prefix
                        + V3 + " and " + prefix + V2_ATTRIBUTES
                        + " are absent, or may not be read. Give the folder or address that ends with .zarr."));
    }

    /** The array at a path; @throws UnreadableZarr when there is none, or it is not supported */
    ArrayMetadata array(String path, String version) {
        boolean v2 = version.equals("0.4");
        String key = ZarrKeys.checked(path + "/" + (v2 ? V2_ARRAY : V3));
        byte[] array = document(key)
                .orElseThrow(() -> new UnreadableZarr("Level " + path + " of " + store + " is absent: there is no "
                        + key + " (OME-NGFF " + version + ", datasets)"));
        try {
            return v2 ? ArrayMetadata.parseV2(array) : ArrayMetadata.parse(array);
        } catch (BadMetadata bad) {
            throw bad(key, bad);
        }
    }

    /** What a group's document says of one matter. */
    interface Part<T> {
        T of(GroupDocument group) throws BadMetadata;
    }

    /** Reads a part of a group's document; @throws UnreadableZarr naming the document's key */
    <T> T checked(String prefix, GroupDocument group, Part<T> part) {
        try {
            return part.of(group);
        } catch (BadMetadata bad) {
            throw bad(prefix + (group.version().equals("0.4") ? V2_ATTRIBUTES : V3), bad);
        }
    }

    private UnreadableZarr bad(String key, BadMetadata cause) {
        return new UnreadableZarr(key + " of " + store + ": " + cause.getMessage(), cause);
    }

    private Optional<byte[]> document(String key) {
        return store.find(key, MOST_METADATA_BYTES);
    }
}
