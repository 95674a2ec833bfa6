package org.vitrail.node.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.deposit.DepositConfig;
import org.vitrail.schema.dataset.LicenseInfo;

/**
 * What the page of policies says of this node beyond what holds for every node. The questions are those of re3data's schema and of
 * CoreTrustSeal's requirements R01, R02, R08 to R10.
 */
@ApplicationScoped
class Policy {
    private final SiteConfig texts;
    private final DepositConfig deposits;
    private final NodeConfig node;

    Policy(SiteConfig texts, DepositConfig deposits, NodeConfig node) {
        this.texts = texts;
        this.deposits = deposits;
        this.node = node;
    }

    /** An interface for programs. @param href from the root of the node */
    record Service(String name, String href, String purpose) {}

    /** What curators do. */
    public String curation() {
        return texts.curation();
    }

    /** How long things are kept. */
    public String retention() {
        return texts.retention();
    }

    /** The licenses that a depositor may choose, for people. */
    public String licenses() {
        TreeSet<String> accepted = new TreeSet<>(LicenseInfo.acceptedByDefault());
        accepted.addAll(deposits.acceptedLicenses());
        return String.join(", ", accepted);
    }

    /** The interfaces that this process serves. */
    public List<Service> services() {
        List<Service> services = new ArrayList<>(List.of(
                new Service("OAI-PMH, data sets", "/oai?verb=Identify", "descriptions for other repositories"),
                new Service("OAI-PMH, images", "/oai/images?verb=Identify", "the same of each image"),
                new Service("REST", "/q/swagger-ui", "deposits, data sets, terms"),
                new Service("DCAT catalog", "/catalog", "all descriptions as linked data, for data portals"),
                new Service("Sitemap", "/sitemap.xml", "all pages, for search engines")));
        if (texts.sparql() || node.roles().contains(NodeConfig.Role.SPARQL)) {
            services.add(new Service("SPARQL", "/sparql", "questions over all descriptions as one graph"));
        }
        return List.copyOf(services);
    }
}
