package org.vitrail.pixels.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** What a slide's properties and the pictures beside it could reveal. None of it enters the OME-Zarr, and such a file is not kept. */
final class SlideFindings {

    /** Places on the slide: numbers with commas between them. */
    private static final Pattern COORDINATES = Pattern.compile("[-+0-9.eE \\[\\]();,]*,[-+0-9.eE \\[\\]();,]*");

    private static final Pattern HARMLESS =
            Pattern.compile("openslide\\.(?!comment).*|.*(exposure|roi\\.|version|model|filter|objective).*");
    private static final Pattern DATES = Pattern.compile(".*(date|creat|modif|(^|[._ ])time).*");
    private static final Pattern NAMES = Pattern.compile(".*(user|operator|physician|author|patient.?name|owner).*");
    private static final Pattern NUMBERS = Pattern.compile(
            ".*(barcode|serial|s/n|uuid|uid|guid|accession|patient|specimen|slide.?(id|name|number)|case|tray|label).*");

    private SlideFindings() {}

    static List<IdentityFinding> of(OpenedSlide slide) throws IOException {
        List<IdentityFinding> findings = new ArrayList<>();
        for (String picture : slide.pictures()) {
            boolean label = picture.toLowerCase(Locale.ROOT).contains("label");
            findings.add(new IdentityFinding(
                    label ? Kind.LABEL_IMAGE : Kind.OVERVIEW_IMAGE,
                    slide.name(),
                    "picture " + picture,
                    label
                            ? "Picture of the slide's label, on which names and numbers are written"
                            : "Overview of the slide, on which the label or handwriting may be readable",
                    Treatment.REMOVED));
        }
        slide.properties()
                .forEach((key, value) -> kinds(key, value)
                        .forEach(kind -> findings.add(new IdentityFinding(
                                kind,
                                slide.name(),
                                "property " + shown(key),
                                "Reads like a name, number or date that leads to a person",
                                Treatment.REMOVED))));
        return findings;
    }

    /** A key is shown as long as it is one: some makers' lines without an equals sign come as keys. */
    private static String shown(String key) {
        return key.length() > 80 || !IdentityText.kinds(key).isEmpty() ? "that is a line of text" : key;
    }

    /** Kinds that one property reveals. */
    static Set<Kind> kinds(String key, String value) {
        String lower = key.toLowerCase(Locale.ROOT);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        kinds.addAll(IdentityText.kinds(key));
        if (HARMLESS.matcher(lower).matches()
                || value.isBlank()
                || COORDINATES.matcher(value).matches()) {
            return kinds;
        }
        kinds.addAll(IdentityText.kinds(value));
        for (Map.Entry<Pattern, Kind> rule : Map.of(DATES, Kind.DATE, NAMES, Kind.PERSON_NAME, NUMBERS, Kind.IDENTIFIER)
                .entrySet()) {
            if (rule.getKey().matcher(lower).matches()) {
                kinds.add(rule.getValue());
            }
        }
        return kinds;
    }
}
