package org.vitrail.cli.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.vitrail.omezarr.ZarrPlaces;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.omezarr.validation.Rule;
import org.vitrail.omezarr.validation.Validation;
import org.vitrail.omezarr.validation.Validation.Checked;
import org.vitrail.omezarr.validation.Validation.Unread;
import org.vitrail.omezarr.validation.ValidationOptions;
import org.vitrail.omezarr.validation.ZarrValidator;
import org.vitrail.pixels.PixelsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges an OME-Zarr by its specification; exit code 0 valid, 1 invalid, 2 nothing to judge, 3 chunks unread for want of ranges. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Judges an OME-Zarr 0.4 or 0.5, a plate or a collection by the specification.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:valid; there may be warnings",
            "1:invalid",
            "2:could not be read, or wrong arguments",
            "3:nothing wrong was found, but the server gives no ranges and not all chunks could be read"
        })
public final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH|URL",
            description = "folder, ZIP file, https:// or s3:// address of the image, plate or collection")
    private String place;

    @Option(names = "--chunks", description = "also read and decode every stored chunk")
    private boolean chunks;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Mixin
    private PlaceOptions placeOptions = new PlaceOptions();

    @Override
    public Integer call() throws JsonProcessingException {
        ValidationOptions options = chunks ? ValidationOptions.everything() : ValidationOptions.metadata();
        Validation validation;
        try (ZarrStore store = ZarrPlaces.open(place, placeOptions.environment())) {
            validation = ZarrValidator.validate(store, options);
        } catch (PixelsException unreadable) {
            validation = new Unread(unreadable.getMessage());
        }
        ValidationReport report = new ValidationReport(place, chunks, validation);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report.json()));
        }
        int code = switch (validation) {
            case Unread unread -> {
                spec.commandLine().getErr().println(unread.reason());
                yield 2;
            }
            case Checked checked -> {
                if (!json) {
                    report.lines().forEach(out::println);
                }
                yield !checked.isValid() ? 1 : checked.numbers().containsKey(Rule.NO_RANGES) ? 3 : 0;
            }
        };
        out.flush();
        return code;
    }
}
