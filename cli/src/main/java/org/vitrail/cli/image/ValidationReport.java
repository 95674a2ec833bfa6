package org.vitrail.cli.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrail.omezarr.validation.Finding;
import org.vitrail.omezarr.validation.Rule;
import org.vitrail.omezarr.validation.Severity;
import org.vitrail.omezarr.validation.Validation;
import org.vitrail.omezarr.validation.Validation.Checked;
import org.vitrail.omezarr.validation.Validation.Looked;
import org.vitrail.omezarr.validation.Validation.Unread;

/**
 * What came of a validation, as lines for people and as JSON; docs/formats/validation.md.
 *
 * @param chunks true when chunks were looked at
 */
record ValidationReport(String place, boolean chunks, Validation validation) {

    /** Findings, then what was looked at; none of what could not be read. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!(validation instanceof Checked checked)) {
            return lines;
        }
        checked.findings().forEach(finding -> lines.add(finding.toString()));
        notKept(checked).forEach((rule, number) -> lines.add("… and " + number + " more of the kind " + rule));
        Looked looked = checked.looked();
        lines.add((checked.isValid() ? "Valid" : "Not valid") + " OME-Zarr " + checked.version() + ": "
                + checked.number(Severity.ERROR) + " errors, " + checked.number(Severity.WARNING) + " warnings; "
                + looked.images() + " images, " + looked.arrays() + " arrays"
                + (looked.wells() > 0 ? ", " + looked.wells() + " wells" : "")
                + (chunks ? ", " + looked.chunks() + " chunks of " + looked.decodedBytes() + " bytes" : ""));
        if (chunks) {
            lines.addAll(ofChunks(checked));
        }
        return lines;
    }

    private static List<String> ofChunks(Checked checked) {
        List<String> lines = new ArrayList<>();
        long digests = checked.looked().digests();
        long differ = checked.numbers().getOrDefault(Rule.PIXEL_DIGEST, 0L);
        if (digests == 1) {
            lines.add("pixel digest (of full resolution) " + (differ == 0 ? "holds" : "differs"));
        } else if (digests > 1) {
            lines.add("pixel digests (of full resolution): " + (digests - differ) + " hold, " + differ + " differ");
        }
        if (!checked.looked().strays()) {
            lines.add("Objects that belong to no chunk were not looked for: the store does not tell its keys.");
        }
        if (checked.numbers().containsKey(Rule.NO_RANGES)) {
            lines.add(
                    "Not all chunks were read: the server gives no ranges. Download the image and validate its folder.");
        }
        return lines;
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

    Map<String, Object> json() {
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
                        checked.findings().stream().map(ValidationReport::json).toList());
                told.put("notListed", notKept(checked));
            }
        }
        return told;
    }

    private Map<String, Object> looked(Looked looked) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("images", looked.images());
        told.put("arrays", looked.arrays());
        told.put("wells", looked.wells());
        if (chunks) {
            told.put("objects", looked.objects());
            told.put("chunks", looked.chunks());
            told.put("decodedBytes", looked.decodedBytes());
            told.put("digests", looked.digests());
            told.put("strays", looked.strays());
        }
        return told;
    }

    private static Map<String, String> json(Finding finding) {
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
