package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrail.node.database.JsonColumns;
import org.vitrail.schema.datacite.DataCiteXmlWriter;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.rocrate.RoCrateWriter;
import org.vitrail.store.ObjectStore;

/** Writes manifests and numbered metadata revisions to the store; the same again over what an interrupted attempt wrote. */
@ApplicationScoped
class MetadataFiles {
    private final ObjectStore store;
    private final JsonColumns json;
    private final DataCiteXmlWriter datacite = new DataCiteXmlWriter();
    private final RoCrateWriter crate = new RoCrateWriter();

    MetadataFiles(ObjectStore store, JsonColumns json) {
        this.store = store;
        this.json = json;
    }

    void writeManifest(Manifest manifest) {
        put(
                manifest.accession() + "/versions/v" + manifest.version() + ".json",
                json.write(manifest),
                "application/json");
    }

    /**
     * Writes metadata/r{revision}.
     *
     * @param description as published; together with the manifest all that is needed to restore the version
     */
    void writeRevision(PublishedDataset dataset, DatasetDescription description, int revision) {
        String folder = dataset.accession() + "/metadata/r" + revision + "/";
        Map<String, Object> restorable = new LinkedHashMap<>();
        restorable.put("version", dataset.version());
        restorable.put("revision", revision);
        restorable.put("description", description);
        restorable.put("record", dataset);
        put(folder + "dataset.json", json.write(restorable), "application/json");
        put(folder + "datacite.xml", datacite.write(dataset), "application/xml");
        put(folder + "ro-crate-metadata.json", crate.write(dataset), "application/ld+json");
    }

    private void put(String key, String text, String contentType) {
        store.put(key, text.getBytes(StandardCharsets.UTF_8), contentType);
    }
}
