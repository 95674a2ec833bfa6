package org.vitrail.pixels.tiff.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrail.pixels.tiff.identity.CopyJudge.assertNotKept;
import static org.vitrail.pixels.tiff.identity.CopyJudge.assertTakenOut;
import static org.vitrail.pixels.tiff.identity.CopyJudge.findings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.tiff.TiffMaker;

/** Where XML has other ways to write a letter, or to place a text, persons are found all the same. */
class OmeReferencesTest {

    private static final String START = "<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\">";
    private static final String IMAGE =
            "<Image ID=\"Image:0\"><Pixels ID=\"Pixels:0\" DimensionOrder=\"XYZCT\" Type=\"uint16\" SizeX=\"37\" SizeY=\"29\" SizeC=\"1\" SizeZ=\"1\" SizeT=\"1\"><TiffData/></Pixels></Image>";

    @TempDir
    private Path folder;

    private Path file(String description) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.compression = 8;
        maker.description = description;
        return maker.write(folder.resolve("a.ome.tif"));
    }

    private Path with(String inside) throws IOException {
        return file(START + inside + IMAGE + "</OME>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Experimenter ID=\"Experimenter:0\" LastName=\"R&#111;e\"/> | R&#111;e | PERSON_NAME OME-XML Experimenter/@LastName",
                "<Experimenter ID=\"Experimenter:0\" Email=\"roe&#64;hospital.example\"/> | roe&#64; | EMAIL OME-XML Experimenter/@Email",
                "<Project Description=\"mail roe&#64;hospital.example\"/> | roe&#64; | EMAIL OME-XML Project/@Description",
                "<Project Description=\"mail roe&#x40;hospital.example\"/> | roe&#x40; | EMAIL OME-XML Project/@Description",
                "<Project><Description>Patient&#32;name:&#32;Jane&#32;Roe</Description></Project> | Roe | PERSON_NAME OME-XML Description",
                "<Project><Description>P&#97;tient name: J&#x61;ne Roe</Description></Project> | Roe | PERSON_NAME OME-XML Description",
                "<A><Value><M K=\"Oper&#97;tor\">Roe</M></Value></A> | Roe | PERSON_NAME OME-XML M",
                "<Project Name=\"Study of Dr. Roe\"/> | Roe | PERSON_NAME OME-XML Project/@Name",
                "<Dataset Name=\"cells of Dr. Roe\"/> | Roe | PERSON_NAME OME-XML Dataset/@Name",
                "<ExperimenterGroup ID=\"ExperimenterGroup:3\" Name=\"Jane Roe\"/> | Roe | PERSON_NAME OME-XML ExperimenterGroup/@Name",
                "<?acquired Patient name: Jane Roe?> | Roe | PERSON_NAME OME-XML processing instruction",
                "<ExperimenterRef ID=\"Experimenter:jroe\"/> | jroe | PERSON_NAME OME-XML ExperimenterRef/@ID",
                "<Leader ID=\"Experimenter:Jane.Roe\"/> | Roe | PERSON_NAME OME-XML Leader/@ID",
                "<G ID=\"ExperimenterGroup:roe_lab\"/> | roe | PERSON_NAME OME-XML G/@ID"
            })
    void personsAreFoundHoweverTheyAreWritten(String inside, String secret, String found) throws IOException {
        Path file = with(inside);

        assertThat(findings(file))
                .extracting(finding -> finding.kind() + " " + finding.where())
                .containsExactly(found);
        assertTakenOut(file, secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Experimenter ID=\"Experimenter:0\"/>",
                "<Experimenter ID=\"Experimenter:default\"/>",
                "<Experimenter ID=\"urn:lsid:export.example:Experimenter:123\"/>",
                "<ExperimenterGroup ID=\"ExperimenterGroup:3\" Name=\"Imaging Facility\"/>",
                "<Project Name=\"Growth &amp; form\" Description=\"20 &lt; 40, Tom&#225;toes\"/>",
                "<?xml-stylesheet type=\"text/xsl\" href=\"ome.xsl\"?>"
            })
    void harmlessXmlIsNoFinding(String inside) throws IOException {
        assertThat(findings(with(inside))).isEmpty();
    }

    @Test
    void experimentersStayApartAndTheirReferencesFit() throws IOException {
        Path file = with(
                "<Experimenter ID=\"Experimenter:jroe\"/><Experimenter ID=\"Experimenter:mroe\"/>"
                        + "<Other><ExperimenterRef ID=\"Experimenter:mroe\"/><ExperimenterRef ID=\"Experimenter:jroe\"/></Other>");

        Path copy = assertTakenOut(file, "roe");
        assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1))
                .contains("<Experimenter ID=\"Experimenter:XXXX\"/><Experimenter ID=\"Experimenter:XXX1\"/>")
                .contains("<ExperimenterRef ID=\"Experimenter:XXX1\"/><ExperimenterRef ID=\"Experimenter:XXXX\"/>");
    }

    @Test
    void aDateOfReferencesStaysADate() throws IOException {
        Path file = with("<Experimenter ID=\"Experimenter:0\" LastName=\"Roe\"/>"
                + "<AcquisitionDate>2019&#45;04&#45;02T10:11:12</AcquisitionDate>");

        Path copy = assertTakenOut(file, "2019&");
        assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1))
                .contains("<AcquisitionDate>1970-01-01T00:00:00        </AcquisitionDate>");
    }

    @Test
    void aDocumentTypeWithDeclarationsOfItsOwnIsNotKept() throws IOException {
        Path file = file("<!DOCTYPE OME [<!ENTITY who \"Jane > Roe\"> <!-- Roe -->]>" + START + IMAGE + "</OME>");

        assertThat(findings(file))
                .extracting(finding -> finding.kind() + " " + finding.where())
                .containsExactly("PRIVATE_TAG OME-XML document type with declarations");
        assertNotKept(file);
    }

    @Test
    void aReferenceToADeclarationIsNoWayAroundIt() throws IOException {
        Path file = file("<!DOCTYPE OME [<!ENTITY who \"Jane Roe\">]>" + START
                + "<Project><Description>Patient: &who;</Description></Project>" + IMAGE + "</OME>");

        assertThatThrownBy(() -> findings(file)).isInstanceOf(UnreadableImage.class);
        assertNotKept(file);
    }

    @Test
    void aCommentBehindTheDocumentIsJudged() throws IOException {
        Path file = file(START + IMAGE + "</OME><!-- Patient name: Jane Roe -->");

        assertThat(findings(file)).hasSize(1);
        assertTakenOut(file, "Roe");
    }
}
