package org.vitrail.schema.datacite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

class DataCiteJsonWriterTest {
    private final DataCiteJsonWriter json = new DataCiteJsonWriter();
    private final DataCiteXmlWriter xml = new DataCiteXmlWriter();

    @Test
    void everyFieldOfTheXmlIsTheSameInJson() throws Exception {
        int compared = 0;
        for (long seed = 0; seed < 500; seed++) {
            GeneratedRecords records = new GeneratedRecords(seed);
            PublishedDataset dataset = records.dataset();
            if (dataset.published() != null && dataset.versionPage() != null) {
                assertSame(xml.write(dataset), json.write(dataset), seed);
                assertSame(xml.writeVersion(dataset), json.writeVersion(dataset), seed);
                assertSame(
                        xml.writeVersion(dataset, "10.83962/v1", "10.83962/v3"),
                        json.writeVersion(dataset, "10.83962/v1", "10.83962/v3"),
                        seed);
                compared++;
            }
            PublishedImage image = records.image();
            if (image.published() != null) {
                assertSame(xml.write(image), json.write(image), seed);
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void examplesAreTheSameInBoth() throws Exception {
        for (PublishedDataset dataset : new PublishedDataset[] {
            Examples.maize(true),
            Examples.maize(false),
            Examples.embargoed(),
            Examples.dataset("a\u0000b\uD800", "x".repeat(1 << 20), true)
        }) {
            assertSame(xml.write(dataset), json.write(dataset), 0);
        }
    }

    private static void assertSame(String xml, String json, long seed) throws Exception {
        ObjectNode said = (ObjectNode) new ObjectMapper().readTree(json);
        ObjectNode expected = KernelXml.read(xml);
        if (!expected.has("url")) {
            said.remove("url");
        }
        assertThat(said.remove("schemaVersion").textValue()).isEqualTo("http://datacite.org/schema/kernel-4");
        assertThat(said).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void attributesAreAsTheRestInterfaceNamesThem() throws Exception {
        JsonNode attributes = new ObjectMapper().readTree(json.write(Examples.maize(true)));
        assertThat(attributes.at("/doi").asText()).isEqualTo("10.83962/vt.concept");
        assertThat(attributes.at("/url").asText()).isEqualTo(Examples.BASE.toString());
        assertThat(attributes.at("/publicationYear").isInt()).isTrue();
        assertThat(attributes.at("/publisher/name").asText()).isEqualTo("Demo institution of Nantes");
        assertThat(attributes.at("/types/resourceTypeGeneral").asText()).isEqualTo("Dataset");
        assertThat(attributes
                        .at("/creators/0/nameIdentifiers/0/nameIdentifierScheme")
                        .asText())
                .isEqualTo("ORCID");
        assertThat(attributes
                        .at("/creators/0/affiliation/0/affiliationIdentifier")
                        .asText())
                .isEqualTo("https://ror.org/04wxnsj81");
        assertThat(attributes.at("/creators/1/nameType").asText()).isEqualTo("Organizational");
        assertThat(attributes.at("/rightsList/0/rightsIdentifier").asText()).isEqualTo("CC-BY-4.0");
        assertThat(attributes.at("/rightsList/0/rightsIdentifierScheme").asText())
                .isEqualTo("SPDX");
        assertThat(attributes.at("/subjects/3/valueUri").asText())
                .isEqualTo("http://purl.obolibrary.org/obo/NCBITaxon_4577");
        assertThat(attributes.at("/relatedIdentifiers/0/relationType").asText()).isEqualTo("HasVersion");
        assertThat(attributes.at("/descriptions/0/descriptionType").asText()).isEqualTo("Abstract");
        assertThat(attributes.at("/fundingReferences/0/funderIdentifierType").asText())
                .isEqualTo("ROR");
        assertThat(attributes.at("/fundingReferences/1/funderIdentifierType").asText())
                .isEqualTo("Crossref Funder ID");
        assertThat(attributes.at("/fundingReferences/0/awardUri").asText())
                .isEqualTo("https://example.org/awards/ANR-24-DEMO-0001");
        assertThat(attributes.at("/relatedIdentifiers/3/resourceTypeGeneral").asText())
                .isEqualTo("OutputManagementPlan");
        JsonNode version = new ObjectMapper().readTree(json.writeVersion(Examples.maize(true)));
        assertThat(version.at("/doi").asText()).isEqualTo("10.83962/vt.version2");
        assertThat(version.at("/url").asText()).isEqualTo(Examples.BASE + "/v2");
    }

    @Test
    void unregisteredIdentifierIsNoDoi() throws Exception {
        JsonNode attributes = new ObjectMapper().readTree(json.write(Examples.maize(false)));
        assertThat(attributes.has("doi")).isFalse();
        assertThat(attributes
                        .at("/alternateIdentifiers/1/alternateIdentifierType")
                        .asText())
                .isEqualTo("demonstration identifier, not registered");
    }
}
