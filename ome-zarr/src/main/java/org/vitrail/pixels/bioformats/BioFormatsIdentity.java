package org.vitrail.pixels.bioformats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** What in a file that Bio-Formats reads could reveal a person: its metadata, and pictures of a slide's label. */
final class BioFormatsIdentity {

    private static final int MOST_FINDINGS = 500;

    private BioFormatsIdentity() {}

    static List<IdentityFinding> of(String file, FileDescription said) {
        List<IdentityFinding> found = new ArrayList<>();
        for (SeriesDescription series : said.series()) {
            if (isLabelOrOverview(series)) {
                boolean label = lower(series).contains("label");
                found.add(new IdentityFinding(
                        label ? Kind.LABEL_IMAGE : Kind.OVERVIEW_IMAGE,
                        file,
                        "image " + (series.number() + 1),
                        "A picture of the slide, on which names and numbers can be read.",
                        Treatment.REMOVED));
            } else if (series.metadata().name() != null) {
                found.addAll(IdentityText.findings(
                        series.metadata().name(), file, "name of image " + (series.number() + 1), Treatment.CURATOR));
            }
        }
        for (Map.Entry<String, String> text : new TreeMap<>(said.texts()).entrySet()) {
            if (found.size() < MOST_FINDINGS) {
                boolean plain = IdentityText.kinds(text.getKey()).isEmpty();
                String where = "metadata " + (plain ? text.getKey() : "with a revealing name");
                found.addAll(
                        IdentityText.findings(text.getKey() + ": " + text.getValue(), file, where, Treatment.REMOVED));
            }
        }
        return found;
    }

    /** As Bio-Formats names the extra pictures of slide scanners. */
    static boolean isLabelOrOverview(SeriesDescription series) {
        return lower(series).matches("label|label image|macro|macro image|overview image");
    }

    private static String lower(SeriesDescription series) {
        String name = series.metadata().name();
        return name == null ? "" : name.toLowerCase(Locale.ROOT).strip();
    }
}
