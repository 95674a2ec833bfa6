package org.vitrail.gateway.search;

import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.util.NamedValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Found words in context, as HTML in which everything but the marks is escaped. */
final class Highlights {
    private static final List<String> FIELDS = List.of("title", "description");
    private static final List<String> LANGUAGES = List.of("", ".en", ".fr");
    private static final int FRAGMENT = 220;

    private Highlights() {}

    static Highlight asked() {
        return Highlight.of(h -> {
            h.encoder(HighlighterEncoder.Html).preTags("<em>").postTags("</em>");
            for (String field : FIELDS) {
                for (String language : LANGUAGES) {
                    h.fields(NamedValue.of(
                            field + language,
                            HighlightField.of(f -> f.fragmentSize(FRAGMENT)
                                    .numberOfFragments("title".equals(field) ? 0 : 1)
                                    .maxAnalyzedOffset(100_000))));
                }
            }
            return h;
        });
    }

    /** Of each field the language in which most was found. */
    static Map<String, String> best(Map<String, List<String>> found) {
        Map<String, String> best = new LinkedHashMap<>();
        for (String field : FIELDS) {
            for (String language : LANGUAGES) {
                List<String> fragments = found.get(field + language);
                if (fragments != null && !fragments.isEmpty()) {
                    best.merge(field, fragments.getFirst(), (a, b) -> marks(b) > marks(a) ? b : a);
                }
            }
        }
        return best;
    }

    private static int marks(String html) {
        return html.split("<em>", -1).length;
    }
}
