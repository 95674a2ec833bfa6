package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.DeletedRecord;
import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.model.oaipmh.results.Description;
import io.gdcc.xoai.model.oaipmh.verbs.Identify;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.access.PublicAddress;

/** Answers Identify. OAI-PMH §4.2 and the oai-identifier guideline. */
@ApplicationScoped
class Identification {
    private static final String SCHEME = "http://www.openarchives.org/OAI/2.0/oai-identifier";
    private static final String SAMPLE_ACCESSION = "3k7q9m2xdc";

    private final OaiItems items;
    private final OaiRecords records;
    private final NodeConfig node;
    private final PublicAddress address;
    private final Clock clock;

    Identification(OaiItems items, OaiRecords records, NodeConfig node, PublicAddress address, Clock clock) {
        this.items = items;
        this.records = records;
        this.node = node;
        this.address = address;
        this.clock = clock;
    }

    Identify of(OaiRepository repository) {
        String what = repository == OaiRepository.DATASETS ? "" : ": images";
        return new Identify()
                .withRepositoryName(XmlText.clean(node.title()) + what)
                .withBaseURL(address.of(repository.path()).toString())
                .withProtocolVersion("2.0")
                .withAdminEmail(adminEmail())
                .withEarliestDatestamp(items.findEarliestDatestamp(repository)
                        .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS)))
                .withDeletedRecord(DeletedRecord.PERSISTENT)
                .withGranularity(Granularity.Second)
                .withCompression("gzip")
                .withDescription(new Description(oaiIdentifier(repository)));
    }

    /** The contact where it is a mail address; else the mailbox that every domain has to keep, RFC 2142. */
    private String adminEmail() {
        String contact = node.contact().replaceFirst("^mailto:", "").strip();
        boolean mail = contact.matches("[^\\s@:/]+@[^\\s@]+\\.[^\\s@]+");
        return XmlText.clean(mail ? contact : "postmaster@" + node.domain());
    }

    private String oaiIdentifier(OaiRepository repository) {
        String sample = records.identifierPrefix() + SAMPLE_ACCESSION;
        String path = repository == OaiRepository.DATASETS ? "" : "/" + SAMPLE_ACCESSION;
        return "<oai-identifier xmlns=\"" + SCHEME + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"" + SCHEME + " " + SCHEME + ".xsd\">"
                + "<scheme>oai</scheme><repositoryIdentifier>" + records.domain() + "</repositoryIdentifier>"
                + "<delimiter>:</delimiter><sampleIdentifier>" + sample + path
                + "</sampleIdentifier></oai-identifier>";
    }
}
