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

/** Typed links in the header of a landing page. https://signposting.org/FAIR level 1; RFC 8288 §3. */
final class Signposting {
    private Signposting() {}

    /**
     * The links of a version's page.
     *
     * @param images first ones of the version; those whose pixels are open become items
     */
    static List<String> links(PublishedDataset dataset, List<PublishedImage> images) {
        List<String> links = new ArrayList<>();
        links.add(link(citeAs(dataset), "cite-as"));
        links.add(link(URI.create("https://schema.org/AboutPage"), "type"));
        links.add(link(URI.create("https://schema.org/Dataset"), "type"));
        LicenseInfo.findById(dataset.license())
                .ifPresent(license -> links.add(link(URI.create(license.url()), "license")));
        dataset.creators().stream()
                .map(Signposting::orcid)
                .filter(orcid -> !orcid.isEmpty())
                .forEach(orcid -> links.add(link(URI.create(orcid), "author")));
        for (MetadataFile file : MetadataFile.values()) {
            URI address = URI.create(dataset.versionPage() + "/metadata/" + file.key());
            String profile = file.profile().isEmpty() ? "" : "; profile=\"" + file.profile() + "\"";
            links.add(link(address, "describedby") + "; type=\"" + file.mediaType() + "\"" + profile);
        }
        images.stream()
                .filter(image -> image.zarr() != null)
                .map(image -> link(URI.create(image.zarr() + "/zarr.json"), "item") + "; type=\"application/json\"")
                .forEach(links::add);
        links.add(link(dataset.landingPage(), "latest-version"));
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

    private static String link(URI target, String relation) {
        return "<" + target.toASCIIString() + ">; rel=\"" + relation + "\"";
    }
}
