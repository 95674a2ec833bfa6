package org.vitrail.schema.croissant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vitrail.schema.citation.BibTexWriter;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.json.EmbeddableJson;
import org.vitrail.schema.schemaorg.SchemaThing;

/**
 * Writes the Croissant description of a version. Its records come from the table of images below the version's page
 * ({@link ImageTable}), since a data set's record has no list of images. Thread-safe.
 *
 * <p>The table has no checksum: it follows corrections of the description and the end of an embargo, hence
 * {@code isLiveDataset}. The pixels never change under an image's id; their digest is a field of the record.
 */
public final class CroissantWriter {
    private static final String CONFORMS_TO = "http://mlcommons.org/croissant/1.0";
    private static final String CC0 = "https://creativecommons.org/publicdomain/zero/1.0/";
    private static final String FILES = "image-files";
    private static final String RECORDS = "images";

    public String write(PublishedDataset d) {
        SchemaThing thing = SchemaThing.create();
        CroissantContext.write(thing.node());
        String page = page(d);
        thing.text("@type", "sc:Dataset").text("@id", page).text("conformsTo", CONFORMS_TO);
        thing.text("name", d.title()).text("description", d.description() == null ? d.title() : d.description());
        thing.text("url", page).text("sameAs", Doi.findVersionUrl(d).orElse(null));
        thing.text("version", d.version() + ".0.0").text("citeAs", new BibTexWriter().write(d));
        credit(thing, d);
        thing.texts("keywords", d.keywords());
        thing.terms("about", d.organisms(), d.terms());
        thing.terms("measurementTechnique", d.imagingMethods());
        thing.node().put("isLiveDataset", true);
        distribution(thing.node().putArray("distribution"), d, page);
        ArrayNode sets = thing.node().putArray("recordSet");
        recordSet(sets.addObject());
        SplitTable.write(sets.addObject());
        return EmbeddableJson.write(thing.node());
    }

    private static void credit(SchemaThing thing, PublishedDataset d) {
        String license = LicenseInfo.findById(d.license()).map(LicenseInfo::url).orElse(d.license());
        thing.text("license", license).text("sdLicense", CC0);
        thing.time("datePublished", d.published()).time("dateModified", d.modified());
        thing.agents("creator", d.creators());
        thing.organization("publisher", d.publisher());
    }

    private static String page(PublishedDataset d) {
        return d.versionPage() == null
                ? d.landingPage() + "/v" + d.version()
                : d.versionPage().toString();
    }

    private static void distribution(ArrayNode distribution, PublishedDataset d, String page) {
        distribution
                .addObject()
                .put("@type", "cr:FileObject")
                .put("@id", PublishedDataset.IMAGE_TABLE)
                .put("name", PublishedDataset.IMAGE_TABLE)
                .put("description", "One line per image: where its pixels are, and what it shows.")
                .put("contentUrl", page + "/" + PublishedDataset.IMAGE_TABLE)
                .put("encodingFormat", "text/csv");
        if (d.leadImage() != null && d.leadImage().zarr() != null) {
            distribution
                    .addObject()
                    .put("@type", "cr:FileSet")
                    .put("@id", FILES)
                    .put("name", FILES)
                    .put("description", "OME-Zarr images, streamed from the addresses in the table.")
                    .put("encodingFormat", "application/vnd.zarr")
                    .put("includes", "*.ome.zarr/**")
                    .putObject("containedIn")
                    .put("@id", PublishedDataset.IMAGE_TABLE);
        }
    }

    private static void recordSet(ObjectNode records) {
        records.put("@type", "cr:RecordSet")
                .put("@id", RECORDS)
                .put("name", RECORDS)
                .put("description", "The images of this version.")
                .putObject("key")
                .put("@id", RECORDS + "/" + ImageColumn.KEY);
        ArrayNode fields = records.putArray("field");
        ImageColumn.all().forEach(column -> field(fields.addObject(), column));
    }

    private static void field(ObjectNode field, ImageColumn column) {
        field.put("@type", "cr:Field")
                .put("@id", RECORDS + "/" + column.name())
                .put("name", column.name())
                .put("description", column.description());
        if (column.types().size() == 1) {
            field.put("dataType", column.types().getFirst());
        } else {
            column.types().forEach(field.putArray("dataType")::add);
        }
        ObjectNode source = field.putObject("source");
        source.putObject("fileObject").put("@id", PublishedDataset.IMAGE_TABLE);
        source.putObject("extract").put("column", column.name());
        if (column.name().equals(ImageColumn.SPLIT)) {
            field.putObject("references").putObject("field").put("@id", SplitTable.NAME_FIELD);
        }
        if (column.repeated()) {
            source.putObject("transform").put("separator", ImageColumn.SEPARATOR);
            field.put("repeated", true);
        }
    }
}
