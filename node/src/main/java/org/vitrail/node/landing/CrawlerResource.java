package org.vitrail.node.landing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.node.access.PublicAddress;

/** Tells crawlers what there is. https://www.sitemaps.org/protocol.html; RFC 9309. */
@Path("/")
@RunOnVirtualThread
public class CrawlerResource {
    private static final int MOST_LINES = 50_000;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private final LandingStore store;
    private final PublicAddress address;

    CrawlerResource(LandingStore store, PublicAddress address) {
        this.store = store;
        this.address = address;
    }

    /** Landing pages with their last change; where one file may not list them all, the files that do. */
    @GET
    @Path("sitemap.xml")
    @Produces("application/xml")
    @Operation(hidden = true)
    public String sitemap() {
        int datasets = store.countPublished();
        if (datasets <= MOST_LINES) {
            return part(0);
        }
        StringBuilder xml = new StringBuilder(HEAD).append("<sitemapindex").append(NAMESPACE);
        for (int part = 0; part * (long) MOST_LINES < datasets; part++) {
            xml.append("<sitemap><loc>")
                    .append(address.of("/sitemap-" + part + ".xml"))
                    .append("</loc></sitemap>\n");
        }
        return xml.append("</sitemapindex>\n").toString();
    }

    /** One file of several, counted from 0. */
    @GET
    @Path("sitemap-{part: [0-9]{1,5}}.xml")
    @Produces("application/xml")
    @Operation(hidden = true)
    public String part(int part) {
        StringBuilder xml = new StringBuilder(HEAD).append("<urlset").append(NAMESPACE);
        store.listSite(part, MOST_LINES)
                .forEach(line -> xml.append("<url><loc>")
                        .append(address.of("/datasets/" + line.accession()))
                        .append("</loc><lastmod>")
                        .append(line.modified().truncatedTo(ChronoUnit.SECONDS))
                        .append("</lastmod></url>\n"));
        return xml.append("</urlset>\n").toString();
    }

    /** Pixels are not for crawlers; everything else is. */
    @GET
    @Path("robots.txt")
    @Produces("text/plain")
    @Operation(hidden = true)
    public String robots() {
        return "User-agent: *\nDisallow: /zarr/\nDisallow: /my/\nDisallow: /api/\nDisallow: /sparql?\nSitemap: "
                + address.of("/sitemap.xml") + "\n";
    }
}
