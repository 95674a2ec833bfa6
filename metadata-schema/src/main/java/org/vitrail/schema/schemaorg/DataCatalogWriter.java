package org.vitrail.schema.schemaorg;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import org.vitrail.schema.json.EmbeddableJson;
import org.vitrail.schema.xml.XmlText;

/** Writes what a repository says of itself as https://schema.org/DataCatalog, ready for a script element. Thread-safe. */
public final class DataCatalogWriter {

    /**
     * A node.
     *
     * @param contact mail address or URL
     * @param home its front page
     * @param policies the page of its policies
     */
    public String write(String title, String institution, String contact, URI home, URI policies) {
        SchemaThing thing = SchemaThing.create();
        thing.node().putObject("@context").put("@vocab", "https://schema.org/");
        thing.text("@type", "DataCatalog").text("@id", home.toString()).text("name", title);
        thing.link("url", home).link("publishingPrinciples", policies);
        thing.text("license", "https://creativecommons.org/publicdomain/zero/1.0/");
        thing.organization("publisher", institution);
        ObjectNode point = thing.child("contactPoint", "ContactPoint");
        point.put("contactType", "customer support");
        point.put(contact.contains("://") ? "url" : "email", XmlText.legal(contact));
        return EmbeddableJson.write(thing.node());
    }
}
