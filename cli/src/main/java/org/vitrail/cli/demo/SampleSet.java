package org.vitrail.cli.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionReader;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.ImageSet;
import org.vitrail.schema.dataset.LabelDescription;

/**
 * A {@code dataset.yaml} made ready for a deposit: its files may lie anywhere beside it, in the deposit they have plain names.
 *
 * @param yaml where it was read from
 * @param description with plain names
 * @param files by plain name
 */
public record SampleSet(Path yaml, DatasetDescription description, Map<String, Path> files) {

    /**
     * Reads it.
     *
     * @throws org.vitrail.schema.dataset.UnreadableDescription when the file is no description
     * @throws NodeRefused when an image names no file, or one that is not there
     */
    public static SampleSet read(Path yaml) {
        Plain plain = new Plain(yaml.toAbsolutePath().getParent());
        DatasetDescription d = DescriptionReader.readYaml(yaml);
        List<ImageSet> sets = d.imageSets().stream()
                .map(set ->
                        set.withImages(set.images().stream().map(plain::image).toList()))
                .toList();
        return new SampleSet(yaml, d.withImageSets(sets), plain.files);
    }

    /** The image of the description by its two indices. */
    public ImageDescription image(int imageSet, int image) {
        return description.imageSets().get(imageSet).images().get(image);
    }

    /** The files of an image on this disk, in their order. */
    public List<Path> paths(List<String> names) {
        return names.stream().map(files::get).toList();
    }

    /** Gives every file its last name; a second file of that name lies in a folder of its own. */
    private static final class Plain {

        private final Path folder;
        private final Map<String, Path> files = new LinkedHashMap<>();

        Plain(Path folder) {
            this.folder = folder;
        }

        ImageDescription image(ImageDescription image) {
            if (image.files().isEmpty()) {
                throw new NodeRefused("An image names no file; give at least one under files");
            }
            List<String> names = image.files().stream().map(this::name).toList();
            List<LabelDescription> labels = new ArrayList<>();
            for (LabelDescription label : image.labels()) {
                labels.add(new LabelDescription(name(label.file()), label.name(), label.axes(), label.digest()));
            }
            return new ImageDescription(
                    names,
                    image.name(),
                    image.axes(),
                    image.pixelSizeMicrometer(),
                    image.channels(),
                    labels,
                    image.digest());
        }

        private String name(String told) {
            Path path = folder.resolve(told).normalize();
            if (!Files.isRegularFile(path)) {
                throw new NodeRefused("The file " + told + " is not there (looked for " + path + ")");
            }
            String last = path.getFileName().toString();
            String name = last;
            for (int n = 2; files.containsKey(name) && !files.get(name).equals(path); n++) {
                name = n + "/" + last;
            }
            files.put(name, path);
            return name;
        }
    }
}
