package org.vitrail.schema.dataset.filelist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.ImageSet;

/**
 * The images that a table lists.
 *
 * @param sets one, or several where rows name sets, or differ in organism, method or term
 * @param ignoredColumns names of columns that nothing was taken from; only in lists as for the BioImage Archive
 */
public record FileList(List<ImageSet> sets, List<String> ignoredColumns) {
    public FileList {
        sets = List.copyOf(sets);
        ignoredColumns = List.copyOf(ignoredColumns);
    }

    /** How many rows. */
    public int imageCount() {
        return sets.stream().mapToInt(set -> set.images().size()).sum();
    }

    /**
     * The description with these images: a set of the same name gets them instead of its own, and keeps what it says else;
     * others are added. Reading a list twice changes nothing.
     */
    public DatasetDescription into(DatasetDescription description) {
        return into(description, ImageSet::filledWith);
    }

    /** The same, but the images that the set has are kept before those of the list. */
    public DatasetDescription beside(DatasetDescription description) {
        return into(description, (set, listed) -> {
            List<ImageDescription> all = new ArrayList<>(set.images());
            all.addAll(listed.images());
            return set.filledWith(listed).withImages(all);
        });
    }

    private DatasetDescription into(DatasetDescription description, BinaryOperator<ImageSet> fill) {
        List<ImageSet> all = new ArrayList<>(description.imageSets());
        for (ImageSet listed : sets) {
            int at = indexOf(all, listed.name());
            if (at < 0) {
                all.add(listed);
            } else {
                all.set(at, fill.apply(all.get(at), listed));
            }
        }
        return description.withImageSets(all);
    }

    private static int indexOf(List<ImageSet> sets, String name) {
        for (int i = 0; i < sets.size(); i++) {
            if (Objects.equals(name, sets.get(i).name())) {
                return i;
            }
        }
        return -1;
    }
}
