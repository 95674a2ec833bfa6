package org.vitrail.cli.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vitrail.omezarr.ZarrPlaces;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.omezarr.validation.Finding;
import org.vitrail.omezarr.validation.Rule;
import org.vitrail.omezarr.validation.Severity;
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

/** Judges an OME-Zarr by its specification; exit code 0 valid, 1 invalid, 2 when there is nothing that could be judged. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Judges an OME-Zarr 0.4 or 0.5, a plate or a collection by the specification.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:valid; there may be warnings", "1:invalid", "2:could not be read, or wrong arguments"})
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
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(describe(validation)));
        }
        int code = switch (validation) {
            case Unread unread -> {
                spec.commandLine().getErr().println(unread.reason());
                yield 2;
            }
            case Checked checked -> {
                if (!json) {
                    print(checked, out);
                }
                yield checked.isValid() ? 0 : 1;
            }
        };
        out.flush();
        return code;
    }

    private void print(Checked checked, PrintWriter out) {
        for (Finding finding : checked.findings()) {
            out.println(finding);
        }
        notKept(checked).forEach((rule, number) -> out.println("… and " + number + " more of the kind " + rule));
        Validation.Looked looked = checked.looked();
        out.println((checked.isValid() ? "Valid" : "Not valid") + " OME-Zarr " + checked.version() + ": "
                + checked.number(Severity.ERROR) + " errors, " + checked.number(Severity.WARNING) + " warnings; "
                + looked.images() + " images, " + looked.arrays() + " arrays"
                + (looked.wells() > 0 ? ", " + looked.wells() + " wells" : "")
                + (chunks ? ", " + looked.chunks() + " chunks of " + looked.decodedBytes() + " bytes" : ""));
    }

    /** How many findings of a kind were counted and not kept, where there are any. */
    private static Map<Rule, Long> notKept(Checked checked) {
        Map<Rule, Long> more = new LinkedHashMap<>();
        for (Rule rule : Rule.values()) {
            long kept = checked.findings().stream()
                    .filter(finding -> finding.rule() == rule)
                    .count();
            long number = checked.numbers().getOrDefault(rule, 0L);
            if (number > kept) {
                more.put(rule, number - kept);
            }
        }
        return more;
    }

    private Map<String, Object> describe(Validation validation) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("place", place);
        switch (validation) {
            case Unread unread -> told.put("unread", unread.reason());
            case Checked checked -> {
                told.put("version", checked.version());
                told.put("valid", checked.isValid());
                told.put("errors", checked.number(Severity.ERROR));
                told.put("warnings", checked.number(Severity.WARNING));
                told.put("looked", looked(checked.looked()));
                told.put(
                        "findings",
                        checked.findings().stream()
                                .map(ValidateCommand::describe)
                                .toList());
                told.put("notListed", notKept(checked));
            }
        }
        return told;
    }

    private Map<String, Long> looked(Validation.Looked looked) {
        Map<String, Long> told = new LinkedHashMap<>();
        told.put("images", looked.images());
        told.put("arrays", looked.arrays());
        told.put("wells", looked.wells());
        if (chunks) {
            told.put("objects", looked.objects());
            told.put("chunks", looked.chunks());
            told.put("decodedBytes", looked.decodedBytes());
        }
        return told;
    }

    private static Map<String, String> describe(Finding finding) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        told.put("rule", finding.rule().name());
        told.put("path", finding.path());
        told.put("section", finding.section());
        told.put("problem", finding.problem());
        told.put("advice", finding.advice());
        return told;
    }
}
