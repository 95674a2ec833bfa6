package org.vitrail.ontology.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** The newest submission of an ontology, from BioPortal's {@code /ontologies/:acronym/download}. */
public final class BioPortalDownload {
    /** Where BioPortal answers. */
    public static final URI BASE = URI.create("https://data.bioontology.org");

    private static final Pattern ACRONYM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private final URI base;
    private final String key;

    /** @param key of BioPortal's account; sent as a header to this base alone, never in an address */
    public BioPortalDownload(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    /** @throws FetchFailed as {@link OntologyDownload#fetch}, or when there is no key or this is no acronym */
    public void fetch(OntologyDownload download, String acronym, Path file) throws InterruptedException {
        if (!ACRONYM.matcher(acronym).matches()) {
            throw new FetchFailed("\"" + acronym + "\" is no acronym of BioPortal, as FBbi or CL");
        }
        if (key == null || key.isBlank()) {
            throw new FetchFailed("BioPortal wants a key: set VITRAIL_BIOPORTAL_KEY (an account there shows one)");
        }
        String root = base.toString().replaceFirst("/+$", "");
        URI address = URI.create(root + "/ontologies/" + acronym + "/download");
        download.fetch(address, Map.of("Authorization", "apikey token=" + key.strip()), file);
    }
}
