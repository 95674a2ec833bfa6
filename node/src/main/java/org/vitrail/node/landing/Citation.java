package org.vitrail.node.landing;

import org.vitrail.schema.citation.BibTexWriter;
import org.vitrail.schema.citation.CitationText;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.PublishedDataset;

/**
 * How to cite a version and under which license it may be used.
 *
 * @param doi as it may be shown, with its address only when it is registered; empty where there is none
 * @param unregistered what to call it otherwise
 * @param licenseLink empty where the license is not one we know the address of
 */
record Citation(
        String text,
        String bibtex,
        String doi,
        boolean registered,
        String unregistered,
        String licenseName,
        String licenseLink) {

    static Citation of(PublishedDataset dataset) {
        LicenseInfo license = LicenseInfo.findById(dataset.license())
                .orElse(new LicenseInfo(dataset.license(), dataset.license(), ""));
        return new Citation(
                new CitationText().write(dataset),
                new BibTexWriter().write(dataset),
                dataset.versionDoi() == null ? "" : dataset.versionDoi(),
                dataset.doiRegistered(),
                dataset.versionDoi() == null ? "" : Doi.unregisteredLabel(dataset.versionDoi()),
                license.name(),
                license.url());
    }
}
