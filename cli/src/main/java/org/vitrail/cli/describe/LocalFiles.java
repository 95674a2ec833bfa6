package org.vitrail.cli.describe;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.FaultCode;
import org.vitrail.schema.dataset.ImageDescription;

/** Whether the files that a description names lie beside it. */
final class LocalFiles {
    private LocalFiles() {}

    static List<Fault> missing(DatasetDescription description, Path folder) {
        List<Fault> faults = new ArrayList<>();
        for (int s = 0; s < description.imageSets().size(); s++) {
            List<ImageDescription> images = description.imageSets().get(s).images();
            for (int i = 0; i < images.size(); i++) {
                check("imageSets[" + s + "].images[" + i + "]", images.get(i), folder, faults);
            }
        }
        return faults;
    }

    private static void check(String path, ImageDescription image, Path folder, List<Fault> faults) {
        for (int f = 0; f < image.files().size(); f++) {
            check(path + ".files[" + f + "]", image.files().get(f), folder, faults);
        }
        for (int l = 0; l < image.labels().size(); l++) {
            check(path + ".labels[" + l + "].file", image.labels().get(l).file(), folder, faults);
        }
    }

    private static void check(String path, String file, Path folder, List<Fault> faults) {
        if (file != null && !file.isBlank() && !isThere(folder, file)) {
            faults.add(Fault.of(path, FaultCode.FILE_NOT_FOUND, file));
        }
    }

    /** What is no path at all is the validator's to say. */
    private static boolean isThere(Path folder, String file) {
        try {
            return Files.exists(folder.resolve(file));
        } catch (InvalidPathException e) {
            return true;
        }
    }
}
