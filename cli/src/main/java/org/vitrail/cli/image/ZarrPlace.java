package org.vitrail.cli.image;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.vitrail.omezarr.FolderZarrStore;
import org.vitrail.omezarr.HttpZarrStore;
import org.vitrail.omezarr.ZarrStore;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The one place that decides which store an argument of {@code inspect} and {@code validate} means. */
final class ZarrPlace {

    private ZarrPlace() {}

    /** @throws ParameterException when the argument is neither a folder's name nor an address */
    static ZarrStore store(String place, CommandSpec spec) {
        boolean address = place.toLowerCase(Locale.ROOT).matches("https?://.*");
        try {
            return address ? new HttpZarrStore(URI.create(place)) : new FolderZarrStore(Path.of(place));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), place + " is neither a folder nor an address: " + e.getMessage());
        }
    }
}
