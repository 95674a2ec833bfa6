package org.vitrail.omezarr;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
     * @param labels label images that the source carried, in its order
     */
    public record Member(String path, String name, WrittenImage image, List<WrittenLabel> labels) {

        /** Copies the list. */
        public Member {
            labels = List.copyOf(labels);
        }

        /** What was stored for the image and its labels, sorted by key; of what was stored twice the last. */
        List<StoredObject> objects() {
            Map<String, StoredObject> byKey = new TreeMap<>();
            image.objects().forEach(object -> byKey.put(object.key(), object));
            labels.forEach(label -> label.image().objects().forEach(object -> byKey.put(object.key(), object)));
            return List.copyOf(byKey.values());
        }
    }

    /**
     * A label image below an image.
     *
     * @param name of its folder
     * @param image what came of it; keys begin with {@code labels/}
     */
    public record WrittenLabel(String name, WrittenImage image) {}

    /** Bytes of all stored objects. */
    public long sizeBytes() {
        return objects.stream().mapToLong(StoredObject::sizeBytes).sum();
    }
}
