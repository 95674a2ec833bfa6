package org.vitrail.omezarr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.vitrail.omezarr.WrittenFileset.Layout;
import org.vitrail.omezarr.WrittenFileset.Member;
import org.vitrail.omezarr.ngff.CrateDocument;
import org.vitrail.omezarr.ngff.ImageDocument;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.omezarr.ngff.OmeXmlDocument;
import org.vitrail.omezarr.ngff.PlateDocument;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.WellPosition;

/**
 * Writes all images of a fileset into one store: one image as it is, images that lie on a plate as plate, others as a collection of
 * numbered images; with the label images that the source carries. Plates and collections carry {@code OME/METADATA.ome.xml} and their root's document comes last.
 */
public final class FilesetWriter {

    private static final Comparator<PixelSource> BY_WELL = Comparator.comparing(
            source -> source.metadata().well(),
            Comparator.comparingInt(WellPosition::row)
                    .thenComparingInt(WellPosition::column)
                    .thenComparingInt(WellPosition::field));

    private final ZarrStore store;
    private final WriteOptions options;
    private final List<PixelSource> images;
    private final Layout layout;
    private final List<Member> written = new ArrayList<>();

    private FilesetWriter(List<PixelSource> images, ZarrStore store, WriteOptions options) {
        this.images = images;
        this.store = store;
        this.options = options;
        boolean wells = images.stream().allMatch(image -> image.metadata().well() != null);
        this.layout = wells ? Layout.PLATE : images.size() == 1 ? Layout.IMAGE : Layout.COLLECTION;
    }

    /**
     * Writes the images.
     *
     * @param images at least one, as {@link org.vitrail.pixels.Fileset#images} gives them
     * @param options for each; its name is the collection's, and the image's where there is one only
     * @throws UnsupportedImage when the images lie on several plates, or two in one field, or a label image has floating-point samples
     * @throws ZarrStoreFailure when the store refused an object; safe to begin again
     */
    public static WrittenFileset write(List<? extends PixelSource> images, ZarrStore store, WriteOptions options)
            throws IOException {
        return new FilesetWriter(List.copyOf(images), store, options).write();
    }

    private WrittenFileset write() throws IOException {
        if (layout == Layout.IMAGE) {
            Member member = member("", nameOf(0), images.get(0), store, options);
            if (options.sourceIdentity() != null) {
                CarriedLabels.forgetJournals(store, member.labels());
            }
            return new WrittenFileset(layout, List.of(member), member.objects());
        }
        List<PixelSource> ordered = new ArrayList<>(images);
        PlateDocument plate = null;
        if (layout == Layout.PLATE) {
            ordered.sort(BY_WELL);
            plate = plate(ordered);
        }
        for (PixelSource image : ordered) {
            CarriedLabels.of(image);
        }
        for (int i = 0; i < ordered.size(); i++) {
            writeMember(ordered.get(i), i);
        }
        return new WrittenFileset(layout, written, allObjects(finish(ordered, plate)));
    }

    private String nameOf(int number) {
        String found = images.get(number).metadata().name();
        return options.name() != null ? options.name() : found != null && !found.isBlank() ? found : "image";
    }

    private PlateDocument plate(List<PixelSource> ordered) {
        List<WellPosition> positions =
                ordered.stream().map(image -> image.metadata().well()).toList();
        TreeSet<String> names = new TreeSet<>();
        positions.forEach(position -> names.add(String.valueOf(position.plate())));
        if (names.size() > 1) {
            throw new UnsupportedImage("The files hold images of " + names.size()
                    + " plates. Convert the files of each plate by themselves.");
        }
        try {
            return new PlateDocument(positions.get(0).plate(), positions);
        } catch (IllegalArgumentException twice) {
            throw new UnsupportedImage(twice.getMessage()
                    + ". Each image of a plate needs a field of its own; check the files' metadata.");
        }
    }

    private void writeMember(PixelSource image, int number) throws IOException {
        SourceMetadata found = image.metadata();
        String path = layout == Layout.PLATE
                ? PlateDocument.wellPath(found.well()) + "/" + found.well().field()
                : Integer.toString(number);
        String name = memberName(found, number);
        WriteOptions told = options.withName(name);
        if (options.sourceIdentity() != null) {
            told = told.identifiedBy(new SourceIdentity(options.sourceIdentity().text() + "\nimage " + number, true));
        }
        written.add(member(path, name, image, new SubfolderStore(store, path + "/"), told));
    }

    /** Labels first: an image whose own document is there has all that belongs to it. */
    private static Member member(String path, String name, PixelSource image, ZarrStore into, WriteOptions told)
            throws IOException {
        List<WrittenFileset.WrittenLabel> labels = CarriedLabels.of(image).write(into, told);
        return new Member(path, name, OmeZarrWriter.write(image, into, told), labels);
    }

    private String memberName(SourceMetadata found, int number) {
        if (found.name() != null && !found.name().isBlank()) {
            return found.name();
        }
        String collection = options.name() == null ? "image" : options.name();
        WellPosition well = found.well();
        return well == null
                ? collection + " " + (number + 1)
                : well.rowName() + well.columnName() + " field " + (well.field() + 1);
    }

    /** Stores what stands beside and above the images; the root last. */
    private List<StoredObject> finish(List<PixelSource> ordered, PlateDocument plate) {
        NgffVersion ngff = options.ngff();
        try (ObjectRecorder recorder = new ObjectRecorder(store)) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            if (plate != null) {
                writeWells(recorder, ordered, plate);
                root.setAll(plate.plate(ngff));
            }
            root.put("bioformats2raw.layout", 3);
            List<OmeXmlDocument.Image> described = described(ordered);
            if (OmeXmlDocument.canHold(described)) {
                recorder.put("OME/METADATA.ome.xml", OmeXmlDocument.print(described));
            }
            ObjectNode series = JsonNodeFactory.instance.objectNode();
            written.stream().map(Member::path).forEach(series.putArray("series")::add);
            OmeZarrWriter.putGroup(recorder, "OME/", ngff, series);
            recorder.put("ro-crate-metadata.json", crate());
            if (options.sourceIdentity() != null) {
                for (Member member : written) {
                    ZarrStore image = new SubfolderStore(store, member.path() + "/");
                    CarriedLabels.forgetJournals(image, member.labels());
                    ConversionJournal.remove(image);
                }
            }
            OmeZarrWriter.putGroup(recorder, "", ngff, root);
            recorder.await();
            return recorder.objects();
        }
    }

    private void writeWells(ObjectRecorder recorder, List<PixelSource> ordered, PlateDocument plate) {
        TreeSet<String> seen = new TreeSet<>();
        for (PixelSource image : ordered) {
            WellPosition well = image.metadata().well();
            if (seen.add(well.rowName())) {
                OmeZarrWriter.putGroup(recorder, well.rowName() + "/", options.ngff(), null);
            }
            String path = PlateDocument.wellPath(well);
            if (seen.add(path)) {
                OmeZarrWriter.putGroup(
                        recorder, path + "/", options.ngff(), plate.well(options.ngff(), well.row(), well.column()));
            }
        }
    }

    private List<OmeXmlDocument.Image> described(List<PixelSource> ordered) {
        List<OmeXmlDocument.Image> described = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            SourceMetadata found = ordered.get(i).metadata();
            PixelSpacing spacing = options.spacing()
                    .orElse(new PixelSpacing(found.pixelSizeX(), found.pixelSizeY(), found.pixelSizeZ()));
            WrittenImage image = written.get(i).image();
            List<ImageDocument.Omero> channels = image.channels().stream()
                    .map(c -> new ImageDocument.Omero(c.label(), c.color(), c.start(), c.end(), c.min(), c.max()))
                    .toList();
            described.add(new OmeXmlDocument.Image(
                    written.get(i).name(),
                    image.shape(),
                    image.type(),
                    new Double[] {spacing.x(), spacing.y(), spacing.z()},
                    found.timeStep(),
                    channels,
                    layout == Layout.PLATE ? found.well() : null));
        }
        return described;
    }

    private byte[] crate() {
        String name = options.name() == null ? layout == Layout.PLATE ? "plate" : "images" : options.name();
        List<CrateDocument.Part> parts = written.stream()
                .map(member -> new CrateDocument.Part(
                        member.path(), member.name(), member.image().digest()))
                .toList();
        return CrateDocument.print(name, parts, options.about());
    }

    private List<StoredObject> allObjects(List<StoredObject> around) {
        List<StoredObject> all = new ArrayList<>(around);
        for (Member member : written) {
            for (StoredObject object : member.objects()) {
                all.add(new StoredObject(member.path() + "/" + object.key(), object.sizeBytes(), object.sha256()));
            }
        }
        all.sort(Comparator.comparing(StoredObject::key));
        return all;
    }
}
