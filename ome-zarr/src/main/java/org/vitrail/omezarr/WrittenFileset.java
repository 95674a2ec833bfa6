package org.vitrail.omezarr;

import java.util.List;

/**
 * What came of writing all images of a fileset.
 *
 * @param layout how they lie in the store
 * @param images in the order in which they are listed, by well on a plate
 * @param objects everything that was stored, keys relative to the store's root
 */
public record WrittenFileset(Layout layout, List<Member> images, List<StoredObject> objects) {

    /** Copies the lists. */
    public WrittenFileset {
        images = List.copyOf(images);
        objects = List.copyOf(objects);
    }

    /** How images lie in a store. */
    public enum Layout {
        /** One image at the root. */
        IMAGE,
        /** Rows, wells and fields. OME-NGFF §plate. */
        PLATE,
        /** Numbered folders. OME-NGFF §bioformats2raw.layout. */
        COLLECTION
    }

    /**
     * One image.
     *
     * @param path of its group below the root, empty for the root itself
     * @param name as it was written
     * @param image what came of it; its objects' keys are relative to its group
     */
    public record Member(String path, String name, WrittenImage image) {}

    /** Bytes of all stored objects. */
    public long sizeBytes() {
        return objects.stream().mapToLong(StoredObject::sizeBytes).sum();
    }
}
