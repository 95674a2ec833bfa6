package org.vitrail.schema.oaidc;

import static org.assertj.core.api.Assertions.assertThat;

import javax.xml.validation.Schema;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.OfficialSchemas;

class OaiDcWriterTest {
    private final OaiDcWriter writer = new OaiDcWriter();

    @Test
    void recordsAreValidByTheOfficialSchema() throws Exception {
        Schema schema = OfficialSchemas.load("schemas/oai-pmh/oai_dc.xsd");
        OfficialSchemas.validate(schema, writer.write(Examples.maize(true)));
        OfficialSchemas.validate(schema, writer.write(Examples.image()));
        for (long seed = 0; seed < 300; seed++) {
            GeneratedRecords records = new GeneratedRecords(seed);
            OfficialSchemas.validate(schema, writer.write(records.dataset()));
            OfficialSchemas.validate(schema, writer.write(records.image()));
        }
    }

    @Test
    void identifiersAreLandingPageAndRegisteredDoi() {
        assertThat(writer.write(Examples.maize(true)))
                .contains("<dc:identifier>" + Examples.BASE + "</dc:identifier>")
                .contains("<dc:identifier>https://doi.org/10.83962/vt.concept</dc:identifier>")
                .contains("<dc:identifier>oai:nantes.vitrail.example:3k7q9m2xdc</dc:identifier>")
                .contains("<dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>");
    }

    @Test
    void unregisteredIdentifierIsNotShown() {
        assertThat(writer.write(Examples.maize(false)))
                .doesNotContain("vitrail-demo")
                .doesNotContain("doi.org/vitrail");
    }

    @Test
    void oddDoiBecomesAnEncodedLink() {
        assertThat(writer.write(Examples.maize(true)))
                .contains("https://doi.org/10.1002/(SICI)1096%3C1::AID%3E3.0.CO;2-%23");
    }

    @Test
    void embargoIsToldAsOpenAireDoes() {
        assertThat(writer.write(Examples.embargoed()))
                .contains("info:eu-repo/semantics/embargoedAccess")
                .contains("info:eu-repo/date/embargoEnd/2027-01-31");
    }
}
