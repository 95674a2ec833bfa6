package org.vitrail.omezarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.omezarr.ngff.CrateDocument;
import org.vitrail.omezarr.ngff.GroupDocument;
import org.vitrail.omezarr.ngff.GroupObjects;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;

/** Writes images as OME-Zarr 0.5 (sharded) or 0.4, multiscale, byte for byte the same each time. */
public final class OmeZarrWriter {

    private static final String GROUP = "zarr.json";

    private OmeZarrWriter() {}

    /**
     * Writes an image; its root {@code zarr.json} (0.4: {@code .zattrs}) last, so that a conversion that died is not taken for an image.
     *
     * @throws org.vitrail.pixels.UnreadableImage when the source is damaged
     * @throws ZarrStoreFailure when the store refused an object; safe to begin again
     */
    public static WrittenImage write(PixelSource source, ZarrStore store, WriteOptions options) throws IOException {
        try (ObjectRecorder recorder = new ObjectRecorder(store)) {
            ImageConversion conversion = new ImageConversion(source, options, false, "", recorder);
            ImageConversion.Converted done = conversion.run();
            recorder.put(
                    "ro-crate-metadata.json", CrateDocument.print(conversion.name(), done.digest(), options.about()));
            putGroup(recorder, "", options.ngff(), done.document().attributes(options.ngff()), done.vitrail());
            return written(source, conversion, done, recorder);
        }
    }

    /** Stores a group's objects, what makes it visible last, when all before is there. @param prefix empty or ending with a slash */
    static void putGroup(ObjectRecorder recorder, String prefix, NgffVersion ngff, ObjectNode ome) {
        putGroup(recorder, prefix, ngff, ome, null);
    }

    private static void putGroup(
            ObjectRecorder recorder, String prefix, NgffVersion ngff, ObjectNode ome, ObjectNode vitrail) {
        GroupObjects.print(ngff, ome, vitrail).forEach((key, bytes) -> {
            recorder.await();
            recorder.put(prefix + key, bytes);
        });
    }

    /**
     * Writes a label image below {@code labels/} of an image, and lists it in the group {@code labels}; ids never mix in the
     * smaller levels. Labels of one image are written one after the other.
     *
     * @param labelName of letters, digits, {@code . _ -}
     * @throws IllegalArgumentException when the name cannot be a key, or the source's samples are floats
     */
    public static WrittenImage writeLabels(PixelSource source, ZarrStore store, String labelName, WriteOptions options)
            throws IOException {
        if (!labelName.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}") || labelName.equals(GROUP)) {
            throw new IllegalArgumentException("A label image cannot be called \"" + labelName
                    + "\"; use up to 100 letters, digits, dots, hyphens and underscores");
        }
        if (source.type().isFloating()) {
            throw new IllegalArgumentException("Label image " + labelName + " has samples of "
                    + source.type().numpyName() + "; labels are whole numbers. Save it as 16- or 32-bit integers");
        }
        WriteOptions named = options.name() == null ? options.withName(labelName) : options;
        try (ObjectRecorder recorder = new ObjectRecorder(store)) {
            String prefix = "labels/" + labelName + "/";
            ImageConversion conversion = new ImageConversion(source, named, true, prefix, recorder);
            ImageConversion.Converted done = conversion.run();
            putGroup(recorder, prefix, options.ngff(), done.document().attributes(options.ngff()), done.vitrail());
            List<String> names = withLabel(store, labelName);
            putGroup(recorder, "labels/", options.ngff(), GroupObjects.labelList(names));
            return written(source, conversion, done, recorder);
        }
    }

    /**
     * Writes the label images that a source carries for an image below {@code labels/}; nothing for sources without.
     *
     * @param options of the image; its channels do not count
     * @throws org.vitrail.pixels.UnsupportedImage when one has floating-point samples, or two would have one name
     * @throws ZarrStoreFailure when the store refused an object; safe to begin again
     */
    public static List<WrittenFileset.WrittenLabel> writeCarriedLabels(
            PixelSource image, ZarrStore store, WriteOptions options) throws IOException {
        List<WrittenFileset.WrittenLabel> written = CarriedLabels.of(image).write(store, options);
        if (options.sourceIdentity() != null) {
            CarriedLabels.forgetJournals(store, written);
        }
        return written;
    }

    /**
     * Checks, before anything is written, that a label image lies on its image: as many t, z, y and x, one channel or as many.
     *
     * @throws UnreadableImage naming both shapes, for the depositor
     */
    public static void requireFit(PixelShape image, PixelShape labels, String labelName) {
        boolean fits = image.t() == labels.t()
                && image.z() == labels.z()
                && image.y() == labels.y()
                && image.x() == labels.x();
        if (!fits || labels.c() != 1 && labels.c() != image.c()) {
            throw new UnreadableImage(
                    "Label image %s has the shape %s (t, c, z, y, x), its image %s. Give the label image of this image, or axes."
                            .formatted(labelName, labels, image));
        }
    }

    private static List<String> withLabel(ZarrStore store, String labelName) {
        ZarrGroups groups = new ZarrGroups(store);
        List<String> names = new ArrayList<>();
        groups.find("labels/").ifPresent(list -> names.addAll(groups.checked("labels/", list, GroupDocument::labels)));
        if (!names.contains(labelName)) {
            names.add(labelName);
        }
        return names;
    }

    private static WrittenImage written(
            PixelSource source, ImageConversion conversion, ImageConversion.Converted done, ObjectRecorder recorder) {
        recorder.await();
        List<StoredObject> objects = recorder.objects();
        return new WrittenImage(
                source.shape(),
                source.type(),
                conversion.axisLetters(),
                done.digest(),
                done.measures() == null ? null : done.measures().perceptualHash(),
                done.measures() == null ? null : done.measures().quality(),
                objects.stream().mapToLong(StoredObject::sizeBytes).sum(),
                objects,
                done.channels(),
                done.levels(),
                done.thumbnail());
    }
}
