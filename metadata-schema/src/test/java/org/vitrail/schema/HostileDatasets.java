package org.vitrail.schema;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.Funding;
import org.vitrail.schema.dataset.Publication;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImageSet;
import org.vitrail.schema.dataset.StudyContext;
import org.vitrail.schema.dataset.TermReference;

/** Data sets in which every text that a depositor writes is hostile, each in its own way. */
public final class HostileDatasets {
    public static final String BROKEN_ORCID = "0000-0002-1825-0098";
    public static final String BROKEN_ROR = "https://ror.org/04wxnsj82";

    private HostileDatasets() {}

    /** What makes each text hostile. */
    public static Stream<String> names() {
        return texts().keySet().stream();
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("illegal XML characters", "a\u0000b\u0008c\u001Fd\uFFFEe\uFFFFf\uD800g\uDC00h\u007F\u0085\u009F");
        texts.put("nothing but illegal characters", "\u0000\uD800");
        texts.put("4-byte Unicode", "\uD83E\uDDEC\uD835\uDC9C\uDBFF\uDFFD \uD840\uDC00");
        texts.put("a description of a million characters", "<&\"'>é\uD83E\uDDEC ".repeat(1 << 17));
        texts.put(
                "right-to-left text",
                "\u05E9\u05DC\u05D5\u05DD \u202E(abc)\u202C \u200F\u0645\u0631\u062D\u0628\u0627 \u2066x");
        texts.put("the end of a script", "</script><script>alert(1)</script><!-- ]]> -->");
        texts.put("line breaks", "TY  - JOUR\r\nER  - \r\n\u2028\u2029\u000B\f}\n@misc{x,\n");
        texts.put("braces and backslashes", "}{\\\"\\u0041\\input{/etc/passwd}%$#_&~^");
        texts.put("an IRI with gaps", "http://example.org/a b<c>\"d{e}|f^g`h\\i");
        texts.put("an IRI with brackets", "https://example.org/a?b[c]=[d]&e#[f]");
        texts.put("a relative IRI", "../a");
        texts.put("white space", " \t\n ");
        return texts;
    }

    /** The maize data set with this kind of text everywhere (300 characters at most but in the description), an unknown license, a broken ORCID and a broken ROR. */
    public static PublishedDataset of(String name) {
        String description = texts().get(name);
        String text = description.substring(0, Math.min(300, description.length()));
        PublishedDataset d = Examples.maize(false);
        List<TermReference> terms = List.of(
                new TermReference("NCBITaxon:4577", text),
                new TermReference(text, text),
                new TermReference(null, text));
        return new PublishedDataset(
                d.identifier(),
                d.accession(),
                d.version(),
                d.node(),
                text,
                d.landingPage(),
                d.versionPage(),
                d.conceptDoi(),
                d.versionDoi(),
                false,
                d.published(),
                d.modified(),
                text,
                description,
                List.of(
                        new Agent(text, null, BROKEN_ORCID, text, BROKEN_ROR),
                        new Agent(text + ", " + text + ", " + text, null, text, text, text),
                        new Agent(null, text, null, null, BROKEN_ROR)),
                text,
                terms,
                terms,
                terms,
                List.of(text, text),
                List.of(new Publication(null, text, text), new Publication(text, null, null)),
                Access.EMBARGOED,
                LocalDate.of(2027, 1, 31),
                List.of(new PublishedImageSet(text, terms, terms, terms, text, 1)),
                1,
                409_600,
                d.leadImage(),
                new StudyContext(List.of(new Funding(text, text, text, text, text)), List.of(text), List.of(text)));
    }
}
