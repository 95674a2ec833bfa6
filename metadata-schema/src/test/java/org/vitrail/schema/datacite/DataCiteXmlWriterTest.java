package org.vitrail.schema.datacite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.OfficialSchemas;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

class DataCiteXmlWriterTest {
    private final DataCiteXmlWriter writer = new DataCiteXmlWriter();

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "4.7"})
    void recordsAreValidByTheOfficialSchema(String kernel) throws Exception {
        Schema schema = OfficialSchemas.load("schemas/datacite/kernel-" + kernel + "/metadata.xsd");
        OfficialSchemas.validate(schema, writer.write(Examples.maize(true)));
        OfficialSchemas.validate(schema, writer.writeVersion(Examples.maize(true)));
        OfficialSchemas.validate(
                schema, writer.writeVersion(Examples.maize(true), "10.83962/vt.version1", "10.83962/v3"));
        OfficialSchemas.validate(schema, writer.write(Examples.maize(false)));
        OfficialSchemas.validate(schema, writer.write(Examples.embargoed()));
        OfficialSchemas.validate(schema, writer.write(Examples.image()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "4.7"})
    void generatedRecordsAreValidWhateverTheirTexts(String kernel) throws Exception {
        Schema schema = OfficialSchemas.load("schemas/datacite/kernel-" + kernel + "/metadata.xsd");
        for (long seed = 0; seed < 300; seed++) {
            GeneratedRecords records = new GeneratedRecords(seed);
            PublishedDataset dataset = records.dataset();
            PublishedImage image = records.image();
            if (dataset.published() != null && !dataset.doiRegistered()) {
                OfficialSchemas.validate(schema, writer.write(dataset));
            }
            if (image.published() != null) {
                OfficialSchemas.validate(schema, writer.write(image));
            }
        }
    }

    @Test
    void registeredDoiIsTheIdentifierAndNamesTheOther() {
        assertThat(writer.write(Examples.maize(true)))
                .contains("<identifier identifierType=\"DOI\">10.83962/vt.concept</identifier>")
                .contains("relationType=\"HasVersion\">10.83962/vt.version2<");
        assertThat(writer.writeVersion(Examples.maize(true)))
                .contains("<identifier identifierType=\"DOI\">10.83962/vt.version2</identifier>")
                .contains("relationType=\"IsVersionOf\">10.83962/vt.concept<");
    }

    @Test
    void versionsNameTheirNeighborsAndTheConceptAllOfThem() {
        PublishedDataset dataset = Examples.maize(true);
        assertThat(writer.writeVersion(dataset, "10.83962/vt.version1", "10.83962/vt.version3"))
                .contains("relationType=\"IsNewVersionOf\">10.83962/vt.version1<")
                .contains("relationType=\"IsPreviousVersionOf\">10.83962/vt.version3<");
        assertThat(writer.writeConcept(dataset, List.of("10.83962/vt.version1", "10.83962/vt.version2")))
                .contains("relationType=\"HasVersion\">10.83962/vt.version1<")
                .contains("relationType=\"HasVersion\">10.83962/vt.version2<");
    }

    @Test
    void reservedDoiIsNotCalledADemonstration() {
        PublishedDataset registered = Examples.maize(true);
        PublishedDataset waiting = Examples.maize(false).registeredAs(registered.conceptDoi(), registered.versionDoi());
        assertThat(Doi.unregisteredLabel(waiting.conceptDoi())).isEqualTo("reserved, not registered yet");
        assertThat(writer.write(waiting)).doesNotContain("demonstration");
    }

    @Test
    void unregisteredIdentifierIsNeverCalledDoi() {
        assertThat(writer.write(Examples.maize(false)))
                .contains("<identifier identifierType=\"URL\">" + Examples.BASE + "</identifier>")
                .contains("alternateIdentifierType=\"demonstration identifier, not registered\">vitrail-demo/concept<")
                .doesNotContain("identifierType=\"DOI\">vitrail-demo");
    }

    @Test
    void embargoGivesYearAndAvailableDate() {
        assertThat(writer.write(Examples.embargoed()))
                .contains("<publicationYear>2027</publicationYear>")
                .contains("<date dateType=\"Available\">2027-01-31</date>")
                .contains("embargoedAccess");
    }
}
