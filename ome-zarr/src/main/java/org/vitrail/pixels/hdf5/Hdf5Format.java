package org.vitrail.pixels.hdf5;

import io.jhdf.api.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat;

/** HDF5 files: BigDataViewer with or without its XML, Imaris, and one array in a file. */
public final class Hdf5Format implements ImageFormat {

    @Override
    public String name() {
        return "HDF5";
    }

    @Override
    public boolean takes(List<Candidate> files) {
        long images = files.stream().filter(Hdf5Format::isHdf5).count();
        boolean others = files.stream().allMatch(file -> isHdf5(file) || isDescription(file));
        return images == 1 && files.size() <= 2 && others;
    }

    private static boolean isHdf5(Candidate file) {
        return file.has(0, Hdf5File.SIGNATURE)
                || file.has(512, Hdf5File.SIGNATURE)
                || file.has(1024, Hdf5File.SIGNATURE)
                || file.has(2048, Hdf5File.SIGNATURE);
    }

    private static boolean isDescription(Candidate file) {
        String head = new String(file.head(), java.nio.charset.StandardCharsets.UTF_8);
        return file.fileName().toLowerCase(Locale.ROOT).endsWith(".xml") && head.contains("<SpimData");
    }

    @Override
    public Fileset open(List<Path> files, String axes) throws IOException {
        Path image = files.get(0);
        Path description = null;
        for (Path file : files) {
            if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xml") && files.size() > 1) {
                description = file;
            } else {
                image = file;
            }
        }
        Hdf5File file = Hdf5File.open(image);
        boolean done = false;
        try {
            Fileset opened = open(file, description, axes);
            done = true;
            return opened;
        } finally {
            if (!done) {
                file.close();
            }
        }
    }

    private static Fileset open(Hdf5File file, Path description, String axes) throws IOException {
        OpenDatasets datasets = new OpenDatasets(file);
        Group root = file.root(file.storage());
        boolean imaris = file.guard("root group", () -> root.getChild(ImarisImage.ROOT)) != null;
        boolean viewer = file.guard("root group", () -> root.getChildren().keySet().stream())
                .anyMatch(name -> name.matches("t\\d{5,}"));
        List<Hdf5Pixels> images;
        if (imaris) {
            images = List.of(ImarisImage.open(datasets));
        } else if (viewer) {
            images = BigDataViewerImages.open(datasets, description);
        } else {
            images = List.of(PlainArray.open(datasets, axes));
        }
        return new Hdf5Fileset(file, images, Hdf5Identity.of(file, description));
    }
}
