package org.vitrail.node.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A query to begin with. @param slug names its file and its link */
record Example(String slug, String title, String query) {
    private static final List<String> SLUGS = List.of(
            "images-of-organism",
            "methods-per-organism",
            "pixel-size",
            "labels",
            "licenses",
            "terms-in-french",
            "creators",
            "newest",
            "describe-dataset");

    /** Where the page shows it with its answer. */
    public String link() {
        return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** All, in the order of the page. */
    static List<Example> list() {
        return Loaded.ALL;
    }

    /** The file's first line is its title, behind a number sign. */
    private static Example read(String slug) {
        try (InputStream file = Example.class.getResourceAsStream("/sparql/" + slug + ".rq")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Example(
                    slug, text.lines().findFirst().orElseThrow().substring(1).strip(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("Example " + slug, e);
        }
    }

    /** Read once, when first asked for. */
    private static final class Loaded {
        private static final List<Example> ALL =
                SLUGS.stream().map(Example::read).toList();
    }
}
