package org.vitrail.node.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URI;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.access.PublicAddress;

/** What every page says of its node. */
@Named("site")
@ApplicationScoped
public class Site {
    private final SiteConfig texts;
    private final NodeConfig node;
    private final PublicAddress address;

    Site(SiteConfig texts, NodeConfig node, PublicAddress address) {
        this.texts = texts;
        this.node = node;
        this.address = address;
    }

    /** The node's title. */
    public String title() {
        return node.title();
    }

    /** The node's short name. */
    public String name() {
        return node.name();
    }

    /** Who runs it. */
    public String institution() {
        return node.institution();
    }

    /** Mail address or URL of the people who run it. */
    public String contact() {
        return node.contact();
    }

    /** The contact as a link. */
    public String contactLink() {
        return node.contact().contains("://") || node.contact().startsWith("mailto:")
                ? node.contact()
                : "mailto:" + node.contact();
    }

    /** Whether identifiers are of a demonstration. */
    public boolean demonstration() {
        return node.mode() == NodeConfig.Mode.DEMONSTRATION;
    }

    /** Whether the node answers SPARQL: in this process, or as its operator says in another. */
    public boolean sparql() {
        return texts.sparql() || node.roles().contains(NodeConfig.Role.SPARQL);
    }

    /** The public address of the node, without a slash at the end. */
    public String base() {
        String root = address.of("/").toString();
        return root.substring(0, root.length() - 1);
    }

    /** Scheme, host and port of the public address. */
    String origin() {
        URI base = address.of("/");
        return base.getScheme() + "://" + base.getRawAuthority();
    }
}
