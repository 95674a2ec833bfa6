package org.vitrail.ontology.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.ontology.Term;

class OntologyFileTest {
    private static final String OBO = "ontology: x\n\n[Term]\nid: x:1\nname: caf\u00e9\n";
    private static final String RDF = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#">
              <rdfs:Class rdf:about="http://purl.obolibrary.org/obo/x_1"><rdfs:label>caf\u00e9</rdfs:label></rdfs:Class>
            </rdf:RDF>
            """;

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("x.file"), bytes);
    }

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static void assertIsRead(Path file) throws IOException {
        assertThat(OntologyFile.read(file, 1 << 20).terms())
                .singleElement()
                .extracting(Term::id, Term::prefLabel)
                .containsExactly("x:1", "caf\u00e9");
    }

    private static void assertIsRefused(Path file, String message) {
        assertThatThrownBy(() -> OntologyFile.read(file, 1 << 20))
                .isInstanceOf(UnreadableOntology.class)
                .hasMessageStartingWith("x.file")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OBO,
                "\uFEFF" + OBO,
                RDF,
                "\uFEFF<?xml version='1.0' encoding='UTF-8'?>\n<!-- a --><?b c?>\n" + RDF
            })
    void formatAndPackingAreSeenFromTheBytes(String text) throws Exception {
        assertIsRead(file(text));
        assertIsRead(file(gzip(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void documentTypeMayAbbreviateNamespaces() throws Exception {
        assertIsRead(file("""
                <!DOCTYPE rdf:RDF [ <!-- short --> <!ENTITY obo "http://purl.obolibrary.org/obo/" > ]>
                """ + RDF.replace("http://purl.obolibrary.org/obo/", "&obo;")));
    }

    @Test
    void abbreviationThatGrowsBeyondTheLimitIsRefused() throws Exception {
        String type = "<!DOCTYPE rdf:RDF [<!ENTITY a \"" + "x".repeat(200) + "\">]>";
        assertIsRefused(file(type + RDF.replace("caf\u00e9", "&a;".repeat(10_000))), "larger than 1 MiB");
    }

    @Test
    void otherReferencesAreLeftToTheParser() throws Exception {
        String text =
                "<!DOCTYPE rdf:RDF\n[<!ENTITY a \"A\">\n]>\n" + RDF.replace("caf\u00e9", "&lt;&#233;&a;&amp;a;&gt;");
        assertThat(OntologyFile.read(file(text), 1 << 20).terms())
                .singleElement()
                .extracting(Term::prefLabel)
                .isEqualTo("<\u00e9A&a;>");
        assertIsRefused(file(text.replace("&a;", "&b;")), "line 5");
    }

    /** Files of older editors abbreviate every name; Java's own limit is 2 500. */
    @Test
    void abbreviationsMayBeUsedOften() throws Exception {
        String label = "<rdfs:Class rdf:about=\"&obo;x_%d\"><rdfs:label>n</rdfs:label></rdfs:Class>\n";
        StringBuilder classes = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            classes.append(label.formatted(i));
        }
        Path file = file("<!DOCTYPE rdf:RDF [<!ENTITY obo \"http://purl.obolibrary.org/obo/\">]>"
                + RDF.replace("</rdf:RDF>", classes + "</rdf:RDF>"));
        assertThat(OntologyFile.read(file, 1 << 20).terms().size()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rdf:RDF SYSTEM \"file:///etc/hostname\">",
                "<!DOCTYPE rdf:RDF PUBLIC \"a\" \"http://127.0.0.1:1/a.dtd\">",
                "<!DOCTYPE rdf:RDF [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE rdf:RDF [<!ENTITY % a SYSTEM \"http://127.0.0.1:1/a\"> %a;]>",
                "<!DOCTYPE rdf:RDF [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>",
                "<!DOCTYPE rdf:RDF [<!ENTITY a \"<x/>\">]>",
                "<!DOCTYPE rdf:RDF [<!ELEMENT a ANY>]>",
                "<!DOCTYPE rdf:RDF [",
            })
    void otherDocumentTypesAreRefused(String type) throws Exception {
        assertIsRefused(
                file("<?xml version=\"1.0\"?>\n" + type + "\n" + RDF), "line 2: a document type that does more");
    }

    @Test
    void longPrologIsReadOrRefusedAndNothingOverflows() throws Exception {
        assertIsRead(file("<?xml version=\"1.0\"?>" + " <!-- --> ".repeat(5000) + RDF));
        assertIsRefused(file("<?xml version=\"1.0\"?>" + " ".repeat(70_000) + RDF), "no XML element begins here");
        assertIsRefused(file("<!-- never ended " + RDF), "no XML element begins here");
        assertIsRefused(
                file("<!DOCTYPE r [" + "<!ENTITY a \"b\">".repeat(8000) + "]>" + RDF), "does more than abbreviate");
    }

    @Test
    void documentTypeCannotHideBehindAnEncoding() throws Exception {
        String evil = "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + RDF;
        assertIsRefused(file(("\uFEFF" + evil).getBytes(StandardCharsets.UTF_16LE)), "");
        assertIsRefused(
                file(("<?xml version='1.0' encoding='IBM037'?>" + evil).getBytes(Charset.forName("IBM037"))), "");
        assertIsRefused(file("<?xml version='1.0' encoding='UTF-7'?>" + RDF), "in UTF-7, not in UTF-8");
    }

    @Test
    void fileThatClaimsTwoGigabytesIsNotOpened() throws Exception {
        Path large = folder.resolve("x.file");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }
        assertIsRefused(large, "larger than 1 MiB");
    }

    @Test
    void gzipThatUnpacksToMoreThanAllowedIsRefused() throws Exception {
        byte[] remarks = (OBO + "! " + "x".repeat(1000) + "\n").repeat(2000).getBytes(StandardCharsets.UTF_8);
        assertIsRefused(file(gzip(remarks)), "larger than 1 MiB");
        assertIsRefused(file(gzip((RDF + " ".repeat(2 << 20)).getBytes(StandardCharsets.UTF_8))), "larger than 1 MiB");
    }

    @Test
    void brokenAndCutFilesAreRefused() throws Exception {
        byte[] whole = gzip(OBO.getBytes(StandardCharsets.UTF_8));
        assertIsRefused(file(Arrays.copyOf(whole, whole.length - 9)), "its gzip ends too early");
        whole[whole.length - 6] ^= 1;
        assertIsRefused(file(whole), "its gzip is broken");
        assertIsRefused(file(RDF.substring(0, RDF.length() - 12)), "");
    }

    @Test
    void whatIsNoOntologyIsRefused() throws Exception {
        assertIsRefused(file(""), "no OBO file");
        assertIsRefused(file("<html><body>Not found</body></html>"), "");
        assertIsRefused(file("{\"status\": 404}\n"), "no OBO file");
        assertIsRefused(file("ontology: x\n"), "names no term");
        assertIsRefused(file(OBO.getBytes(StandardCharsets.ISO_8859_1)), "not UTF-8");
    }
}
