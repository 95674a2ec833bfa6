package org.vitrail.pixels.tiff.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.pixels.tiff.identity.CopyJudge.findings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.tiff.TiffMaker;

class OmeIdentityTest {

    @TempDir
    private Path folder;

    private void assertTakenOut(Path file) throws IOException {
        CopyJudge.assertTakenOut(file, "Roe");
    }

    private static final String OME = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- written for Dr. Roe -->
            <OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06" Creator="Imager 3">
              <Experimenter ID="Experimenter:0" FirstName="Jané" LastName="Roe" Email="jane.Roe@hospital.example" UserName='jRoe'/>
              <Image ID="Image:0" Name="n">
                <AcquisitionDate>2019-04-02T10:11:12.5+02:00</AcquisitionDate>
                <Description>Biopsy of patient: Jane Roe &amp; control, 20 &lt; 40</Description>
                <ExperimenterRef ID="Experimenter:0"/>
                <Pixels ID="Pixels:0" DimensionOrder="XYZCT" Type="uint16" SizeX="37" SizeY="29" SizeC="1" SizeZ="1" SizeT="1">
                  <Channel ID="Channel:0:0" Name="DAPI"/><TiffData/>
                </Pixels>
              </Image>
              <StructuredAnnotations>
                <MapAnnotation ID="Annotation:0"><Value><M K="Operator">Roe</M><M K="Objective">40x</M></Value></MapAnnotation>
                <XMLAnnotation ID="Annotation:1"><Value><o:Original xmlns:o="x"><o:PatientName><![CDATA[Roe <Jane>]]></o:PatientName></o:Original></Value></XMLAnnotation>
              </StructuredAnnotations>
            </OME>""";

    @Test
    void omeXmlIsMaskedWhereItSpeaksOfPersonsAndStaysWellFormed() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.description = OME;
        Path file = maker.write(folder.resolve("a.ome.tif"));

        assertThat(findings(file))
                .extracting(finding -> finding.kind() + " " + finding.where())
                .containsExactlyInAnyOrder(
                        "PERSON_NAME OME-XML comment",
                        "PERSON_NAME OME-XML Experimenter/@FirstName",
                        "PERSON_NAME OME-XML Experimenter/@LastName",
                        "EMAIL OME-XML Experimenter/@Email",
                        "PERSON_NAME OME-XML Experimenter/@UserName",
                        "DATE OME-XML AcquisitionDate",
                        "PERSON_NAME OME-XML Description",
                        "PERSON_NAME OME-XML M",
                        "PERSON_NAME OME-XML PatientName");
        assertTakenOut(file);
        String copy = Files.readString(folder.resolve("copy-a.ome.tif"), StandardCharsets.ISO_8859_1);
        assertThat(copy)
                .contains("Name=\"DAPI\"")
                .contains("<M K=\"Objective\">40x</M>")
                .contains("<AcquisitionDate>1970-01-01T00:00:00.0+00:00</AcquisitionDate>");
    }

    @Test
    void aKeyBeforeAValueIsItsCue() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.description = OME.replace(
                "</StructuredAnnotations>",
                "<XMLAnnotation ID=\"Annotation:2\"><Value><OriginalMetadata><Key>User Name</Key> <Value>Rita Roe</Value>"
                        + "<Key>Gain</Key><Value>Rita Roe</Value></OriginalMetadata></Value></XMLAnnotation></StructuredAnnotations>");
        Path file = maker.write(folder.resolve("a.ome.tif"));

        assertThat(findings(file)).extracting(IdentityFinding::where).contains("OME-XML Value");
        assertThat(ImageReaders.writeWithoutIdentity(file, folder.resolve("copy.ome.tif")))
                .isTrue();
        assertThat(Files.readString(folder.resolve("copy.ome.tif"), StandardCharsets.ISO_8859_1))
                .contains("<Key>User Name</Key> <Value>XXXXXXXX</Value>")
                .contains("<Key>Gain</Key><Value>Rita Roe</Value>");
    }

    @Test
    void companionFilesAreMaskedToo() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.write(folder.resolve("t0.tif"));
        String xml = OME.replace(
                "<TiffData/>", "<TiffData IFD=\"0\"><UUID FileName=\"t0.tif\">urn:uuid:7</UUID></TiffData>");
        Path companion = Files.writeString(folder.resolve("a.companion.ome"), xml);

        assertThat(findings(companion))
                .hasSize(9)
                .allSatisfy(finding -> assertThat(finding.file()).isEqualTo("a.companion.ome"));
        assertTakenOut(companion);
    }
}
