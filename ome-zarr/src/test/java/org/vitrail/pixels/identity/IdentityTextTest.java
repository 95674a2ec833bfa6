package org.vitrail.pixels.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/** Texts as they stand in headers of image files; all persons are made of frequent names. */
class IdentityTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // English
                "Patient name: Roe, Jane | PERSON_NAME",
                "PatientName=Roe | PERSON_NAME",
                "\"patient_name\": \"jane roe\" | PERSON_NAME",
                "<Experimenter ID=\"Experimenter:0\" FirstName=\"Jane\" LastName=\"Roe\"/> | PERSON_NAME",
                "<UserName>jroe</UserName> | PERSON_NAME",
                "Operator: Roe | PERSON_NAME",
                "User = jroe | PERSON_NAME",
                "author=Jane M. Roe | PERSON_NAME",
                "Acquired by Jane Roe on the second floor | PERSON_NAME",
                "Image of a section, by J. Roe | PERSON_NAME",
                "seen by Dr. Roe | PERSON_NAME",
                "Dr Jane O'Neill | PERSON_NAME",
                "Prof. Dr. med. Roe | PERSON_NAME",
                "patient John Roe | PERSON_NAME",
                "Name: John Roe | PERSON_NAME",
                "Roe^Jane^M^Dr | PERSON_NAME",
                "scan of DOE^JOHN at 40x | PERSON_NAME",
                "CompressedSamples^CT1 | PERSON_NAME",
                "operator: J.Roe | PERSON_NAME",
                "Experimenter=Jane_Roe | PERSON_NAME",
                "user: CLINIC\\jroe | PERSON_NAME",
                "ModifiedBy: jroe | PERSON_NAME",
                "C:\\Users\\jane.roe\\Desktop\\a.czi | PERSON_NAME",
                "path=/home/jroe/a.tif | PERSON_NAME",
                "file:///Users/Jane%20Roe/a.lif | PERSON_NAME",
                "MRN 00123456 | IDENTIFIER",
                "Patient ID: A-4711 | IDENTIFIER",
                "PatientID=4711 | IDENTIFIER",
                "case S17-12345 | IDENTIFIER",
                "Accession number: 2017.4711.3 | IDENTIFIER",
                "078-05-1120 | IDENTIFIER",
                "phone +33 2 40 00 00 00 | IDENTIFIER",
                "Date of birth: 1956-03-12 | DATE",
                "PatientBirthDate=19560312 | DATE",
                "DOB 03/12/1956 | DATE",
                "DOB 12031956 | DATE",
                "born March 12, 1956 | DATE",
                "Study date: 2019-04-02T10:20:30 | DATE",
                "AcquisitionDate>2019-04-02 | DATE",
                "Scanned on 12 March 2019 | DATE",
                "jane.roe@hospital.example | EMAIL",
                "<mailto:j_roe+lab@cell.uni-example.org> | EMAIL",
                "GPSLatitude=47.2184 | LOCATION",
                "taken at 47.2184° N, 1.5536° W | LOCATION",
                "Address: 12 Long Street, Exeter | LOCATION",
                // French
                "Nom du patient : Dupont | PERSON_NAME",
                "Prénom: Élodie | PERSON_NAME",
                "Opératrice : Dupont | PERSON_NAME",
                "utilisateur=edupont | PERSON_NAME",
                "Image acquise par Élodie Dupont de Nemours | PERSON_NAME",
                "Mme Dupont | PERSON_NAME",
                "médecin: Le Goff | PERSON_NAME",
                "Nom: Jean DUPONT | PERSON_NAME",
                "IPP: 8004711815 | IDENTIFIER",
                "n° de dossier 17H04711 | IDENTIFIER",
                "1 55 08 14 168 025 88 | IDENTIFIER",
                "Tél. : 02 40 00 00 00 | IDENTIFIER",
                "né le 12/03/1956 | DATE",
                "Date de naissance : 12 mars 1956 | DATE",
                "prélevé le 02.04.2019 | DATE",
                "date d'examen: 2 avril 2019 | DATE",
                "Adresse : 12, rue de la Paix | LOCATION",
                "demeurant au 3 boulevard Voltaire | LOCATION",
                // German
                "Patientenname: Mustermann | PERSON_NAME",
                "Name des Patienten = Mustermann | PERSON_NAME",
                "Vorname: Jürgen | PERSON_NAME",
                "Bediener: Müller | PERSON_NAME",
                "Benutzer=jmueller | PERSON_NAME",
                "aufgenommen von Jürgen von der Heide | PERSON_NAME",
                "Herr Müller-Lüdenscheid | PERSON_NAME",
                "Frau Dr. Müller | PERSON_NAME",
                "Fallnummer: 2017/4711 | IDENTIFIER",
                "Patientennummer 4711 | IDENTIFIER",
                "Versichertennummer: A123456780 | IDENTIFIER",
                "geboren am 12.03.1956 | DATE",
                "geb. 12.3.1956 | DATE",
                "Geburtsdatum: 12. März 1956 | DATE",
                "Untersuchungsdatum: 02.04.2019 | DATE",
                "wohnhaft in der Hauptstraße 3 | LOCATION",
                "Anschrift: Lindenweg 12, Ulm | LOCATION"
            })
    void revealingTextIsFoundWithItsKind(String text, Kind kind) {
        assertThat(IdentityText.kinds(text)).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ImageJ=1.53c\nimages=3\nchannels=3\nhyperstack=true\nmode=composite\nunit=micron\nloop=false\nmin=0.0\nmax=4095.0\n",
                "Leica SP8",
                "GFP-actin",
                "Name=DAPI",
                "<Channel ID=\"Channel:0:0\" Name=\"Texas Red\" Color=\"-16776961\" SamplesPerPixel=\"1\"/>",
                "Name: Alexa Fluor 488\nName: Nile Red\nName: Hoechst 33342",
                "Name=Plan Apochromat 63x/1.4 Oil DIC",
                "{\"axes\":[{\"name\":\"t\",\"type\":\"time\"},{\"name\":\"y\",\"type\":\"space\"}],\"name\":\"Golgi Stack\"}",
                "axes=tczyx",
                "axes: TCZYX, shape: (1, 3, 5, 512, 512)",
                "Operator: median\nOperator=Sobel\nuser=admin\nUser: unknown",
                "operator=Gaussian Blur",
                "PatientName=Anonymous\nPatient name: XXXXXXXX\nPatientName=^^^^",
                "von Willebrand factor and Rab5, Rho1, Drp1 and Dr5 receptors",
                "anti-Jun, c-Myc, Bcl-2, CD4, p53, alpha-tubulin, beta-catenin, Tom20, Sox2",
                "Created by ImageJ; written by OME Bio-Formats 6.10.1; scanned by Leica Aperio",
                "Software: ZEN 2.3 (blue edition) 2012-11-05, build date: 2016-08-01",
                "Adobe Photoshop CC 2019 (Windows) 2019:03:04",
                "release date: 2020-01-02; version 2019.04.02",
                "FIJI (ImageJ) 2.0.0-rc-69/1.52p 20190711",
                "Aperio Image Library v11.2.1\n46000x32914 [42673,5576 2220x2967] (240x240) JPEG/RGB Q=30|AppMag = 20|StripeWidth = 2040",
                "sform_code=1; qoffset_x=-90.5; descrip=FSL5.0; intent_name=; magic=n+1; time;TE=30;sec=1200",
                "SPM{T_[17.0]} - contrast 1",
                "spm - realigned",
                "Objective: Plan-Neofluar 40x/0.75, NA=0.75, WD=0.71",
                "case 3, patient 12, case: control",
                "accession: GSE123456; accession: S-BIAD1234; NCBI accession NM_001256799",
                "x^2 + y^2, 10^3 cells, um^2, n^th",
                "IP address 10.0.0.1, memory address: 0x3F8",
                "512 512 1024, 0.6500002275, 1234567890123",
                "uuid=8f14e45f-ceea-467f-9a36-dedb3b1d3b9a",
                "icon@2x.png",
                "C:\\Users\\Public\\Documents\\a.czi, D:\\Data\\Exp1\\a.czi, /home/shared/a, /data/home/x/y",
                "https://example.org/users/abc/def, C:\\Users\\LSM User\\a.lsm",
                "Processed by: Fiji, exported by: ilastik",
                "divided by Two, multiplied by Gain Factor, by Mean Intensity",
                "latitude of the setting, longitude",
                "Mr. is not there, Dr. is short for doctor",
                "The patients were treated as named in the protocol; the operator was the author of it",
                "<Image ID=\"Image:0\" Name=\"maize_clsm.tif\"><Pixels DimensionOrder=\"XYCZT\" Type=\"uint8\" SizeX=\"512\"/></Image>"
            })
    void metadataOfMicroscopesAreHarmless(String text) {
        assertThat(IdentityText.kinds(text)).isEmpty();
        assertThat(IdentityText.masked(text)).isEqualTo(text);
    }

    @Test
    void severalKindsAreFoundInTheirOrder() {
        List<IdentityFinding> findings = IdentityText.findings(
                "Patient: Élodie Dupont, née le 12/03/1956, IPP 8004711815, elodie@dupont.example",
                "slide.svs",
                "page 3, ImageDescription",
                Treatment.REMOVED);

        assertThat(findings)
                .extracting(IdentityFinding::kind)
                .containsExactly(Kind.PERSON_NAME, Kind.IDENTIFIER, Kind.DATE, Kind.EMAIL);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.file()).isEqualTo("slide.svs");
            assertThat(finding.where()).isEqualTo("page 3, ImageDescription");
            assertThat(finding.treatment()).isEqualTo(Treatment.REMOVED);
            assertThat(finding.toString()).doesNotContainIgnoringCase("dupont").doesNotContain("8004711815", "1956");
        });
    }

    @Test
    void maskedTextKeepsEverythingElseAndItsLengthInBytes() {
        String text = "AppMag = 40|User = Élodie Dupont|Date of birth: 1956-03-12|MPP = 0.25|mail é@dupont.example";

        String masked = IdentityText.masked(text);

        assertThat(masked)
                .isEqualTo(
                        "AppMag = 40|User = XXXXXXXXXXXXXX|Date of birth: XXXXXXXXXX|MPP = 0.25|mail XXXXXXXXXXXXXXXXX");
        assertThat(bytes(masked)).isEqualTo(bytes(text));
        assertThat(IdentityText.kinds(masked)).isEmpty();
    }

    @Test
    void attributesStayQuotedWhenMasked() {
        String text = "<Experimenter FirstName=\"Jane\" LastName='Roe'/><UserName>jroe</UserName> PN: 'Roe^Jane'";

        assertThat(IdentityText.masked(text))
                .isEqualTo("<Experimenter FirstName=\"XXXX\" LastName='XXX'/><UserName>XXXX</UserName> PN: 'XXXXXXXX'");
    }

    @Test
    void maskingAnyTextLeavesNothingAndItsLength() {
        String[] parts = {
            "patient",
            " ",
            ":",
            "=",
            "\"",
            "Jane",
            "Roe",
            "^",
            "1956-03-12",
            "né le",
            "MRN",
            "4711815",
            "@",
            "a.b",
            ".org",
            "\n",
            "by",
            "Dr. ",
            "é",
            "\uD83D\uDD2C",
            "\uD800",
            "Street 3",
            "address",
            "GPS",
            "47.1",
            "°",
            "N",
            "'",
            ">",
            "<",
            "name",
            "user",
            "\u0000"
        };
        Random random = new Random(7);
        for (int n = 0; n < 3000; n++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(14); k >= 0; k--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            String masked = IdentityText.masked(text.toString());
            assertThat(bytes(masked)).isEqualTo(bytes(text.toString()));
            assertThat(IdentityText.kinds(masked)).as("%s -> %s", text, masked).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                "1",
                "@",
                "^",
                " ",
                "\n",
                ".",
                "=",
                "a.",
                "a@",
                "Aa ",
                "A. ",
                "1-",
                "a^",
                "by Aa ",
                "né le ",
                "12 ",
                "patient ",
                "name: ",
                "patient: Jane ",
                "address ",
                "47° ",
                "1 55 08 14 168 025 ",
                "a@a.",
                "'",
                "Jan ",
                "é",
                "GPS 1.",
                "jean-"
            })
    void longTextOfOnePatternEndsWithAnAnswer(String pattern) {
        String text = pattern.repeat((1 << 14) / pattern.length());

        String masked = IdentityText.masked(text);

        assertThat(bytes(masked)).isEqualTo(bytes(text));
        assertThat(masked).matches(whole -> whole.equals(text) || whole.contains("XX"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Aa ", "a@a.", "patient: Jane ", "\n"})
    void aMegabyteOfOnePatternEndsWithAnAnswer(String pattern) {
        String text = pattern.repeat((1 << 20) / pattern.length());

        assertThat(IdentityText.kinds(text)).isSubsetOf(Kind.PERSON_NAME);
    }

    @Test
    void everyRepetitionInEveryRuleIsBounded() {
        List<TextRule> rules = IntStream.range(0, 2)
                .boxed()
                .flatMap(n -> (n == 0 ? NameRules.RULES : NumberRules.RULES).stream())
                .toList();

        Pattern unbounded = Pattern.compile("(?<!\\\\)(?:[*]|(?<![})*?(])[+](?!\\+)|\\{\\d+,\\})");
        assertThat(rules).allSatisfy(rule -> {
            String outsideClasses = rule.pattern().pattern().replaceAll("\\[[^\\]]*+\\]", "C");
            assertThat(unbounded.matcher(outsideClasses).find())
                    .as(outsideClasses)
                    .isFalse();
        });
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
