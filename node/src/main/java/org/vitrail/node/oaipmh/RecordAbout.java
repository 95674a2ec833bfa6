package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.results.record.About;
import io.gdcc.xoai.model.oaipmh.results.record.Header;
import jakarta.enterprise.context.ApplicationScoped;
import org.vitrail.node.access.PublicAddress;

/** What a record says about itself: that it is free of rights, and where it comes from. OAI-PMH §2.5; decision 13. */
@ApplicationScoped
class RecordAbout {
    private static final String INSTANCE =
            "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"";
    private static final String RIGHTS_NAMESPACE = "http://www.openarchives.org/OAI/2.0/rights/";
    private static final String PROVENANCE = "http://www.openarchives.org/OAI/2.0/provenance";

    /** Metadata are CC0; http://www.openarchives.org/OAI/2.0/guidelines-rights.htm §2.2. */
    static final About RIGHTS = new About("<rights xmlns=\"" + RIGHTS_NAMESPACE + INSTANCE + RIGHTS_NAMESPACE
            + " http://www.openarchives.org/OAI/2.0/rights.xsd\">"
            + "<rightsReference ref=\"https://creativecommons.org/publicdomain/zero/1.0/\"/></rights>");

    private final PublicAddress address;

    RecordAbout(PublicAddress address) {
        this.address = address;
    }

    /**
     * The origin of a record, which stays with it when others pass it on without adding theirs: this repository, as of the record's
     * own datestamp. http://www.openarchives.org/OAI/2.0/guidelines-provenance.htm.
     */
    About provenance(OaiRepository repository, Header header, MetadataFormats format) {
        String datestamp = header.getDatestamp().toString();
        return new About("<provenance xmlns=\"" + PROVENANCE + INSTANCE + PROVENANCE + " " + PROVENANCE + ".xsd\">"
                + "<originDescription harvestDate=\"" + datestamp + "\" altered=\"false\">"
                + "<baseURL>" + address.of(repository.path()) + "</baseURL>"
                + "<identifier>" + header.getIdentifier() + "</identifier>"
                + "<datestamp>" + datestamp + "</datestamp>"
                + "<metadataNamespace>" + format.namespace() + "</metadataNamespace>"
                + "</originDescription></provenance>");
    }
}
