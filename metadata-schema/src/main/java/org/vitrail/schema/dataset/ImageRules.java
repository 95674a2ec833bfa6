package org.vitrail.schema.dataset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What submission demands of images, their files and labels; remembers the files of one description. */
final class ImageRules {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern COLOR = Pattern.compile("[0-9A-Fa-f]{6}");
    private static final Pattern LABEL_NAME = Pattern.compile("[^./\\\\\\p{Cntrl}][^/\\\\\\p{Cntrl}]{0,99}");

    private final Faults faults;
    private final Map<String, String> pathOfFile = new HashMap<>();

    ImageRules(Faults faults) {
        this.faults = faults;
    }

    void checkImageSet(String path, ImageSet set) {
        if (Faults.blank(set.name())) {
            faults.add(path + ".name", "This image set has no name.", "Name it in a few words, as \"time point 7\".");
        }
        if (set.images().isEmpty()) {
            faults.add(path + ".images", "This image set has no image.", "List one at least, or remove the set.");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < set.images().size(); i++) {
            ImageDescription image = set.images().get(i);
            String at = path + ".images[" + i + "]";
            if (!Faults.blank(image.name()) && !names.add(image.name().strip())) {
                faults.add(
                        at + ".name",
                        "Two images of this set are named \"" + image.name().strip() + "\".",
                        "Give each image of a set its own name.");
            }
            checkImage(at, image);
        }
    }

    private void checkImage(String path, ImageDescription image) {
        if (image.files().isEmpty()) {
            faults.add(path + ".files", "This image has no file.", "List its file, relative to dataset.yaml.");
        }
        for (int i = 0; i < image.files().size(); i++) {
            file(path + ".files[" + i + "]", image.files().get(i));
        }
        axes(path + ".axes", image.axes());
        digest(path + ".digest", image.digest());
        pixelSize(path + ".pixelSizeMicrometer", image.pixelSizeMicrometer());
        channels(path + ".channels", image.channels());
        labels(path + ".labels", image.labels());
    }

    private void labels(String path, List<LabelDescription> labels) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            LabelDescription label = labels.get(i);
            String at = path + "[" + i + "]";
            file(at + ".file", label.file());
            axes(at + ".axes", label.axes());
            digest(at + ".digest", label.digest());
            if (label.name() == null || !LABEL_NAME.matcher(label.name()).matches()) {
                faults.add(
                        at + ".name",
                        "This label image has no usable name.",
                        "Name what it outlines, as \"cells\": 1 to 100 characters, no slash, no dot at the beginning.");
            } else if (!names.add(label.name())) {
                faults.add(
                        at + ".name",
                        "Two label images of one image are named \"" + label.name() + "\".",
                        "Give each its own name.");
            }
        }
    }

    private void file(String path, String file) {
        String reason = FilePaths.whyRefused(file);
        if (reason != null) {
            faults.add(path, reason, "Write the path relative to dataset.yaml, with forward slashes, as images/a.tif.");
            return;
        }
        String before = pathOfFile.putIfAbsent(file, path);
        if (before != null) {
            faults.add(path, "The file " + file + " already stands at " + before + ".", "List each file once only.");
        }
    }

    private void axes(String path, String axes) {
        if (axes == null) {
            return;
        }
        boolean distinct = axes.chars().distinct().count() == axes.length();
        if (!axes.matches("[tczyxs]{2,6}") || !distinct || axes.indexOf('y') < 0 || axes.indexOf('x') < 0) {
            faults.add(
                    path,
                    "\"" + axes + "\" does not name the axes.",
                    "Use the letters t c z y x (s for color samples), each once, slowest first, as zyx or tyx.");
        }
    }

    private void digest(String path, String digest) {
        if (digest != null && !DIGEST.matcher(digest).matches()) {
            faults.add(
                    path,
                    "This is not a pixel digest.",
                    "Give 64 lowercase hexadecimal digits, or leave the digest out.");
        }
    }

    private void pixelSize(String path, PixelSize size) {
        if (size != null) {
            positive(path + ".x", size.x());
            positive(path + ".y", size.y());
            positive(path + ".z", size.z());
        }
    }

    private void positive(String path, Double size) {
        if (size != null && !(size > 0 && Double.isFinite(size))) {
            faults.add(path, "A pixel cannot be " + size + " µm wide.", "Give micrometers above 0, or leave it out.");
        }
    }

    private void channels(String path, List<ChannelDescription> channels) {
        for (int i = 0; i < channels.size(); i++) {
            String color = channels.get(i).color();
            if (color != null && !COLOR.matcher(color).matches()) {
                faults.add(
                        path + "[" + i + "].color",
                        "\"" + color + "\" is not a color.",
                        "Write red, green and blue in hexadecimal, as 00FF00; quote it in YAML.");
            }
        }
    }
}
