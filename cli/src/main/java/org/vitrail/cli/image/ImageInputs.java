package org.vitrail.cli.image;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrail.omezarr.OmeZarrImages;
import org.vitrail.omezarr.ZarrPlaces;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.identity.FileNameRule;

/**
 * What a person names as input: files that belong together, or one address of an OME-Zarr.
 *
 * @param files none for an address
 * @param address null for files
 * @param environment variables for addresses
 */
record ImageInputs(List<Path> files, String address, Map<String, String> environment) {

    ImageInputs {
        files = List.copyOf(files);
        environment = Map.copyOf(environment);
    }

    /** @throws UnreadableImage when an address stands beside other inputs, or something is neither path nor address */
    static ImageInputs of(List<String> places, Map<String, String> environment) {
        List<Path> files = new ArrayList<>();
        for (String place : places) {
            if (ZarrPlaces.isAddress(place) && places.size() > 1) {
                throw new UnreadableImage(place
                        + " is an address, and is read alone. Give it without other inputs, or download it first.");
            }
            if (ZarrPlaces.isAddress(place)) {
                return new ImageInputs(List.of(), place, environment);
            }
            files.add(path(place));
        }
        return new ImageInputs(files, null, environment);
    }

    private static Path path(String place) {
        try {
            return Path.of(place);
        } catch (InvalidPathException bad) {
            throw new UnreadableImage(place + " is neither a path nor an address: " + bad.getReason() + ".", bad);
        }
    }

    /** Opens all images; the caller closes them. @param axes for what files do not say, or null */
    Fileset open(String axes) {
        return address == null ? ImageReaders.openAll(files, axes) : zarr(ZarrPlaces.open(address, environment));
    }

    /** Opens images, and closes the store again when there are none. */
    static OmeZarrImages zarr(ZarrStore store) {
        boolean opened = false;
        try {
            OmeZarrImages images = OmeZarrImages.open(store);
            opened = true;
            return images;
        } finally {
            if (!opened) {
                store.close();
            }
        }
    }

    /** Text that changes with the files; null for an address, of which nobody knows whether it changed. */
    String identity() throws IOException {
        return address == null ? InputIdentity.of(files) : null;
    }

    /** Name of the first input without folders and endings; {@code image} where it reads like a person's or a case's. */
    String stem() {
        String name = address == null
                ? String.valueOf(files.get(0).toAbsolutePath().normalize().getFileName())
                : address.replaceAll("/+$", "").replaceAll(".*/", "");
        String stem = name.replaceFirst("(?i)\\.(zip|ozx)$", "").replaceFirst("(?i)(\\.ome|\\.nii)?\\.[^.]*$", "");
        return FileNameRule.findings(name).isEmpty() ? stem : "image";
    }
}
