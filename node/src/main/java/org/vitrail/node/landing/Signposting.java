package org.vitrail.node.landing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.AgentLinks;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/** Typed links of a landing page. https://signposting.org/FAIR levels 1 and 2. */
final class Signposting {
    /** RFC 9264 §4.2. */
    static final String LINKSET_JSON = "application/linkset+json";

    /** RFC 9264 §4.1. */
    static final String LINKSET = "application/linkset";

    private static final URI ABOUT_PAGE = URI.create("https://schema.org/AboutPage");
    private static final URI DATASET = URI.create("https://schema.org/Dataset");

    private Signposting() {}

    /**
     * The links of a version's page: what identifies it, who made it, what describes it, and what it has.
     *
     * @param images of the version; those whose pixels are open become items
     */
    static List<TypedLink> links(PublishedDataset dataset, List<PublishedImage> images) {
        List<TypedLink> links = new ArrayList<>();
        links.add(TypedLink.of(citeAs(dataset), "cite-as"));
        links.add(TypedLink.of(ABOUT_PAGE, "type"));
        links.add(TypedLink.of(DATASET, "type"));
        LicenseInfo.findById(dataset.license())
                .ifPresent(license -> links.add(TypedLink.of(URI.create(license.url()), "license")));
        dataset.creators().stream()
                .map(Signposting::orcid)
                .filter(orcid -> !orcid.isEmpty())
                .forEach(orcid -> links.add(TypedLink.of(URI.create(orcid), "author")));
        links.addAll(descriptions(dataset));
        links.addAll(items(dataset, images));
        links.add(TypedLink.of(dataset.landingPage(), "latest-version"));
        return links;
    }

    /** Where all links stand together, for a client that wants more of them than a header carries. */
    static List<TypedLink> linksets(PublishedDataset dataset) {
        URI json = URI.create(dataset.versionPage() + "/linkset.json");
        URI text = URI.create(dataset.versionPage() + "/linkset");
        return List.of(TypedLink.of(json, "linkset", LINKSET_JSON), TypedLink.of(text, "linkset", LINKSET));
    }

    /** The metadata in every format. */
    static List<TypedLink> descriptions(PublishedDataset dataset) {
        List<TypedLink> links = new ArrayList<>();
        for (MetadataFile file : MetadataFile.values()) {
            URI address = URI.create(dataset.versionPage() + "/metadata/" + file.key());
            links.add(new TypedLink(address, "describedby", file.mediaType().toString(), file.profile()));
        }
        return links;
    }

    /** The contents: the table of the images, and the images that are open. */
    static List<TypedLink> items(PublishedDataset dataset, List<PublishedImage> images) {
        List<TypedLink> links = new ArrayList<>();
        dataset.findImageTable().ifPresent(table -> links.add(TypedLink.of(table, "item", "text/csv")));
        images.stream()
                .filter(image -> image.zarr() != null)
                .map(image -> TypedLink.of(URI.create(image.zarr() + "/zarr.json"), "item", "application/json"))
                .forEach(links::add);
        return links;
    }

    /** What a citation names: the registered DOI of the version, else its page. */
    static URI citeAs(PublishedDataset dataset) {
        return Doi.findVersionUrl(dataset).map(URI::create).orElse(dataset.versionPage());
    }

    /** The ORCID as a URL, or nothing where it does not check. */
    static String orcid(Agent agent) {
        return AgentLinks.findOrcidUrl(agent).orElse("");
    }
}
