package org.vitrail.gateway.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vitrail.gateway.search.Hit;
import org.vitrail.gateway.search.Match;

/**
 * A hit in the search page.
 *
 * @param nodeTitle of the node that owns it
 * @param href of the gateway's page, without the site's root
 * @param why sentences on ontology terms that made it a hit
 */
record HitView(Hit hit, String nodeTitle, String href, List<String> why) {

    private static final int NAMED = 4;

    static HitView of(Hit hit, String nodeTitle) {
        List<String> why = hit.matched().stream()
                .map(HitView::sentence)
                .filter(s -> !s.isEmpty())
                .distinct()
                .toList();
        return new HitView(hit, nodeTitle, href(hit), why);
    }

    private static String href(Hit hit) {
        if (hit.dataset() == null) {
            return "/datasets/" + encode(hit.identifier());
        }
        return "/datasets/" + encode(hit.dataset()) + "?image=" + encode(hit.identifier());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }

    private static String sentence(Match match) {
        if (match.relation() == null) {
            return match.text() == null ? "" : match.label() + ", named by “" + match.text() + "”";
        }
        String middle = "isA".equals(match.relation()) ? " is a kind of " : " is part of ";
        return match.label() + middle + match.askedLabel();
    }

    /** The first creators, and how many more there are. */
    public String creators() {
        List<String> names = hit.creators();
        return names.size() <= NAMED
                ? String.join("; ", names)
                : String.join("; ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
    }

    /** The title with found words marked: HTML, safe, from the engine's encoder; null where nothing is marked. */
    public String markedTitle() {
        return hit.highlight().get("title");
    }

    /** The place in the description where words were found: HTML, safe; null where none. */
    public String markedDescription() {
        return hit.highlight().get("description");
    }

    public boolean isImage() {
        return hit.dataset() != null;
    }

    /** "1024 × 1024, 3 channels, 12 planes"; null where unknown. */
    public String shape() {
        if (hit.pixels() == null) {
            return null;
        }
        StringBuilder shape = new StringBuilder()
                .append(hit.pixels().sizeX())
                .append(" × ")
                .append(hit.pixels().sizeY())
                .append(" px");
        if (hit.pixels().sizeC() > 1) {
            shape.append(", ").append(hit.pixels().sizeC()).append(" channels");
        }
        if (hit.pixels().sizeZ() > 1) {
            shape.append(", ").append(hit.pixels().sizeZ()).append(" planes");
        }
        if (hit.pixels().sizeT() > 1) {
            shape.append(", ").append(hit.pixels().sizeT()).append(" time points");
        }
        return shape.append(", ").append(hit.pixels().dtype()).toString();
    }
}
