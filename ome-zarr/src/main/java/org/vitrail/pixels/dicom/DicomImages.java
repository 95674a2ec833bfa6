package org.vitrail.pixels.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.DicomBytes;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.dicom.frame.FrameCache;
import org.vitrail.pixels.dicom.identity.IdentityFindings;
import org.vitrail.pixels.identity.IdentityFinding;

/** Sorts files into series and makes each series' images, in the order in which series come first among the files. */
final class DicomImages {

    private static final long CACHE_BYTES = 64L << 20;
    private static final String INDEX_CLASS = "1.2.840.10008.1.3.10";

    private final String axes;
    private final FrameCache cache =
            new FrameCache(Math.min(CACHE_BYTES, Runtime.getRuntime().maxMemory() / 16));
    private final List<DicomFile> files = new ArrayList<>();
    private final List<IdentityFinding> findings = new ArrayList<>();
    private final Map<String, Series> series = new LinkedHashMap<>();
    private String without = "";

    private DicomImages(String axes) {
        this.axes = axes;
    }

    /** What is found of one series. */
    private static final class Series {
        private final List<Instance> planes = new ArrayList<>();
        private final List<SlideLevel> levels = new ArrayList<>();
        private final List<DicomPixels> images = new ArrayList<>();
    }

    static Fileset open(List<Path> given, String axes) throws IOException {
        DicomImages images = new DicomImages(axes);
        try {
            for (Path file : DicomFolder.files(given)) {
                images.add(file);
            }
            return new DicomFileset(images.images(), images.findings, images.files);
        } catch (IOException | RuntimeException failed) {
            for (DicomFile file : images.files) {
                file.close();
            }
            throw failed;
        }
    }

    private void add(Path path) throws IOException {
        DicomFile file = DicomFile.open(path);
        files.add(file);
        try (DicomBytes in = file.bytes()) {
            Dataset data = file.dataset(in);
            if (data.text(Tags.SOP_CLASS_UID).equals(INDEX_CLASS) || isIndex(path)) {
                without =
                        "%s is the index of a folder (DICOMDIR) and holds no pixels. Give the folder, or the files in it."
                                .formatted(file.name());
                return;
            }
            findings.addAll(IdentityFindings.of(file, data));
            if (data.has(Tags.PIXEL_DATA) || data.has(Tags.FLOAT_PIXEL_DATA) || data.has(Tags.DOUBLE_PIXEL_DATA)) {
                sort(Instance.read(file, data, cache), data);
            } else {
                without =
                        "DICOM file %s holds no pixels (it is a report, a plan or the like). Give the files with images."
                                .formatted(file.name());
            }
        }
    }

    private static boolean isIndex(Path path) {
        return String.valueOf(path.getFileName()).equalsIgnoreCase("DICOMDIR");
    }

    private void sort(Instance instance, Dataset data) throws IOException {
        Series of = series.computeIfAbsent(instance.series(), key -> new Series());
        switch (instance.kind()) {
            case PLANE -> of.planes.add(instance);
            case MULTI_FRAME -> of.images.add(MultiFrameStack.of(instance, data, axes));
            case SEGMENTATION -> of.images.addAll(SegmentationImages.of(instance, data));
            case SLIDE -> of.levels.add(SlideLevel.read(instance, data));
        }
    }

    private List<DicomPixels> images() {
        List<DicomPixels> images = new ArrayList<>();
        for (Series one : series.values()) {
            images.addAll(SeriesStacks.of(one.planes, axes));
            images.addAll(one.images);
            images.addAll(largest(one.levels));
        }
        if (images.isEmpty()) {
            throw new UnsupportedImage(
                    without.isEmpty()
                            ? "%s shows only the label or an overview of a slide, which can reveal a person. Give the files with the scan itself."
                                    .formatted(
                                            files.isEmpty()
                                                    ? "What is given"
                                                    : files.get(0).name())
                            : without);
        }
        return images;
    }

    /** Lower levels, thumbnails, labels and overviews are no images of their own; they are made anew or left out. */
    private static List<DicomPixels> largest(List<SlideLevel> levels) {
        long most = levels.stream()
                .filter(SlideLevel::isVolume)
                .mapToLong(SlideLevel::pixels)
                .max()
                .orElse(0);
        return levels.stream()
                .filter(level -> level.isVolume() && level.pixels() == most)
                .map(SlideLevel::image)
                .toList();
    }
}
