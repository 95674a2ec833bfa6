package org.vitrail.schema.dataset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            faults.add(path + ".name", FaultCode.IMAGE_SET_UNNAMED);
        }
        if (set.fileList() != null) {
            String at = path + ".fileList";
            faults.add(FilePaths.findFault(at, set.fileList())
                    .orElseGet(() -> Fault.of(at, FaultCode.FILE_LIST_NOT_READ, set.fileList())));
        } else if (set.images().isEmpty()) {
            faults.add(path + ".images", FaultCode.IMAGE_SET_EMPTY);
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < set.images().size(); i++) {
            ImageDescription image = set.images().get(i);
            String at = path + ".images[" + i + "]";
            if (!Faults.blank(image.name()) && !names.add(image.name().strip())) {
                faults.add(
                        at + ".name",
                        FaultCode.IMAGE_NAME_REPEATED,
                        image.name().strip());
            }
            checkImage(at, image);
        }
    }

    void checkImage(String path, ImageDescription image) {
        if (image.files().isEmpty()) {
            faults.add(path + ".files", FaultCode.IMAGE_WITHOUT_FILE);
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
                faults.add(at + ".name", FaultCode.LABEL_UNNAMED);
            } else if (!names.add(label.name())) {
                faults.add(at + ".name", FaultCode.LABEL_NAME_REPEATED, label.name());
            }
        }
    }

    private void file(String path, String file) {
        Optional<Fault> refused = FilePaths.findFault(path, file);
        if (refused.isPresent()) {
            faults.add(refused.get());
            return;
        }
        String before = pathOfFile.putIfAbsent(file, path);
        if (before != null) {
            faults.add(path, FaultCode.FILE_REPEATED, file, before);
        }
    }

    private void axes(String path, String axes) {
        if (axes == null) {
            return;
        }
        boolean distinct = axes.chars().distinct().count() == axes.length();
        if (!axes.matches("[tczyxs]{2,6}") || !distinct || axes.indexOf('y') < 0 || axes.indexOf('x') < 0) {
            faults.add(path, FaultCode.AXES_INVALID, axes);
        }
    }

    private void digest(String path, String digest) {
        if (digest != null && !DIGEST.matcher(digest).matches()) {
            faults.add(path, FaultCode.DIGEST_INVALID);
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
            faults.add(path, FaultCode.PIXEL_SIZE_INVALID, size);
        }
    }

    private void channels(String path, List<ChannelDescription> channels) {
        for (int i = 0; i < channels.size(); i++) {
            String color = channels.get(i).color();
            if (color != null && !COLOR.matcher(color).matches()) {
                faults.add(path + "[" + i + "].color", FaultCode.COLOR_INVALID, color);
            }
        }
    }
}
