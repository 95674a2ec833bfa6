package org.vitrail.schema.dcat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

class VitrailRdfTest {
    private final VitrailRdfWriter writer = new VitrailRdfWriter();
    private final VitrailRdfReader reader = new VitrailRdfReader();

    @Test
    void datasetComesBackWhole() {
        for (PublishedDataset dataset : new PublishedDataset[] {Examples.maize(true), Examples.embargoed()}) {
            assertThat(reader.readDataset(writer.write(dataset))).isEqualTo(dataset);
        }
    }

    @Test
    void imageComesBackWhole() {
        PublishedImage image = Examples.image();
        String written = writer.write(image);
        assertThat(reader.readImage(written)).isEqualTo(image);
        assertThat(reader.isImage(written)).isTrue();
        assertThat(reader.isImage(writer.write(Examples.maize(true)))).isFalse();
    }

    @Test
    void generatedRecordsComeBackWhole() {
        for (long seed = 0; seed < 500; seed++) {
            GeneratedRecords records = new GeneratedRecords(seed);
            PublishedDataset dataset = records.dataset();
            assertThat(reader.readDataset(writer.write(dataset)))
                    .as("seed %d", seed)
                    .isEqualTo(dataset);
            PublishedImage image = records.image();
            assertThat(reader.readImage(writer.write(image)))
                    .as("seed %d", seed)
                    .isEqualTo(image);
        }
    }

    @Test
    void charactersThatXmlCannotCarryAreDropped() {
        PublishedDataset dataset = Examples.dataset("a\u0000b\u001Bc\uD800d\uFFFEe", "x\u0008", false);
        PublishedDataset read = reader.readDataset(writer.write(dataset));
        assertThat(read.title()).isEqualTo("abcde");
        assertThat(read.description()).isEqualTo("x");
    }

    @Test
    void writtenRecordStandsInAnotherDocument() {
        assertThat(writer.write(Examples.maize(true))).startsWith("<rdf:RDF").doesNotContain("<?xml");
    }

    @Test
    void subjectIsTheLandingPage() {
        assertThat(writer.write(Examples.maize(true))).contains("rdf:about=\"" + Examples.BASE + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<html>An error</html>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>",
                "<!doctype r><r/>"
            })
    void hostileOrForeignTextIsRefused(String text) {
        assertThatThrownBy(() -> reader.readDataset(text)).isInstanceOf(UnreadableRecord.class);
        assertThatThrownBy(() -> reader.readImage(text)).isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void truncatedRecordIsRefused() {
        String whole = writer.write(Examples.maize(true));
        for (int length = 0; length < whole.length(); length += 97) {
            String part = whole.substring(0, length);
            assertThatThrownBy(() -> reader.readDataset(part)).isInstanceOf(UnreadableRecord.class);
        }
    }

    @Test
    void missingTitleIsNamed() {
        String written = writer.write(Examples.maize(true)).replaceAll("<dct:title>Maize[^<]*</dct:title>", "");
        assertThatThrownBy(() -> reader.readDataset(written))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining(Examples.BASE.toString())
                .hasMessageContaining("title");
    }

    @Test
    void valueOfWrongFormIsNamed() {
        String written = writer.write(Examples.maize(true)).replace("2026-11-22T10:00:00Z", "yesterday");
        assertThatThrownBy(() -> reader.readDataset(written))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("issued")
                .hasMessageContaining("yesterday");
    }

    @Test
    void relativeUrlIsRefusedByTheWriter() {
        assertThatThrownBy(() -> NodeWriter.absolute("zarr", java.net.URI.create("/zarr/x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zarr");
    }
}
