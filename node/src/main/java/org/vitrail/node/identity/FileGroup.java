package org.vitrail.node.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.ImageSet;

/**
 * Files of a deposit that are read together: those of an image, a label image, or a document by itself.
 *
 * @param axes as described; null for none
 * @param imageSet index of the image set whose image they are; −1 for documents
 * @param image index of that image
 */
record FileGroup(List<HeldFile> files, String axes, int imageSet, int image) {

    FileGroup {
        files = List.copyOf(files);
    }

    boolean isDocument() {
        return imageSet < 0;
    }

    boolean has(String fileId) {
        return files.stream().anyMatch(file -> file.fileId().equals(fileId));
    }

    long sizeBytes() {
        return files.stream().mapToLong(HeldFile::sizeBytes).sum();
    }

    /** All files of a deposit that have arrived; one that several images name is in several groups. */
    static List<FileGroup> of(Deposit deposit, List<HeldFile> held) {
        Map<String, HeldFile> arrived =
                held.stream().filter(HeldFile::stored).collect(Collectors.toMap(HeldFile::path, Function.identity()));
        Set<String> named = new HashSet<>();
        List<FileGroup> groups = new ArrayList<>();
        List<ImageSet> sets = deposit.description().imageSets();
        for (int s = 0; s < sets.size(); s++) {
            for (int i = 0; i < sets.get(s).images().size(); i++) {
                ImageDescription image = sets.get(s).images().get(i);
                add(groups, arrived, image.files(), new Place(image.axes(), s, i));
                named.addAll(image.files());
                for (var label : image.labels()) {
                    String axes = label.axes() == null ? image.axes() : label.axes();
                    add(
                            groups,
                            arrived,
                            label.file() == null ? List.of() : List.of(label.file()),
                            new Place(axes, s, i));
                    named.add(label.file());
                }
            }
        }
        arrived.values().stream()
                .filter(file -> !named.contains(file.path()))
                .map(file -> new FileGroup(List.of(file), null, -1, -1))
                .forEach(groups::add);
        return groups;
    }

    private record Place(String axes, int imageSet, int image) {}

    private static void add(List<FileGroup> groups, Map<String, HeldFile> arrived, List<String> paths, Place place) {
        List<HeldFile> files = paths.stream()
                .map(arrived::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!files.isEmpty()) {
            groups.add(new FileGroup(files, place.axes(), place.imageSet(), place.image()));
        }
    }
}
