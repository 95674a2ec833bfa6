package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/** What in the documents of an OME-Zarr reveals a person is found, with its key. */
class ZarrFindingsTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    @Test
    void namesAndTextsThatRevealPersonsAreFoundWithTheirKeys() throws IOException {
        FilesetWriter.write(
                List.of(LabeledImages.image("first", 1, null), LabeledImages.image("second", 2, null)),
                store,
                WriteOptions.defaults());
        String named = new String(store.objects.get("0/zarr.json"), StandardCharsets.UTF_8);
        store.put("0/zarr.json", named.replace("first", "Patient: Anna Example").getBytes(StandardCharsets.UTF_8));
        assertThat(OmeZarrImages.open(store).findings())
                .extracting(IdentityFinding::where)
                .contains("0/zarr.json, names")
                .noneMatch(where -> where.startsWith("1/"));
        String document = new String(store.objects.get("1/zarr.json"), StandardCharsets.UTF_8);
        store.put(
                "1/zarr.json",
                document.replaceFirst("\\{", "{\"note\": \"write to anna@example.org\", ")
                        .getBytes(StandardCharsets.UTF_8));
        store.put(
                "OME/METADATA.ome.xml",
                "<OME><Experimenter ID=\"Experimenter:0\"/></OME>".getBytes(StandardCharsets.UTF_8));

        assertThat(OmeZarrImages.open(store).findings())
                .filteredOn(finding -> finding.treatment() == Treatment.REMOVED)
                .extracting(IdentityFinding::kind, IdentityFinding::where)
                .contains(
                        tuple(Kind.EMAIL, "1/zarr.json, other texts"),
                        tuple(Kind.PERSON_NAME, "OME/METADATA.ome.xml, Experimenter"));
    }

    @Test
    void harmlessDocumentsHaveNoFindings() throws IOException {
        FilesetWriter.write(
                LabeledImages.plate(), store, WriteOptions.defaults().withName("p"));

        assertThat(OmeZarrImages.open(store).findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void namesOfLabelImagesThatRevealPersonsAreFound(NgffVersion ngff) throws IOException {
        FilesetWriter.write(
                List.of(LabeledImages.image("first", 1, null), LabeledImages.image("second", 2, null)),
                store,
                WriteOptions.defaults().withNgff(ngff));
        String document = ngff == NgffVersion.V0_5 ? "zarr.json" : ".zattrs";
        String list = new String(store.objects.get("1/labels/" + document), StandardCharsets.UTF_8);
        store.put(
                "1/labels/" + document,
                list.replace("\"cells\"", "\"Patient: Anna Example\"").getBytes(StandardCharsets.UTF_8));
        store.objects.keySet().stream()
                .filter(key -> key.startsWith("1/labels/cells/"))
                .toList()
                .forEach(key -> store.put(
                        key.replace("1/labels/cells/", "1/labels/Patient: Anna Example/"), store.objects.get(key)));

        List<IdentityFinding> findings = OmeZarrImages.open(store).findings();

        assertThat(findings)
                .extracting(IdentityFinding::kind, IdentityFinding::where)
                .contains(tuple(Kind.PERSON_NAME, "1/labels/" + document + ", labels"));
        assertThat(findings).noneMatch(finding -> finding.where().contains("Anna"));
    }

    @Test
    void theOwnNameOfALabelImageIsLookedAtToo() throws IOException {
        FilesetWriter.write(List.of(LabeledImages.image("first", 1, null)), store, WriteOptions.defaults());
        String label = new String(store.objects.get("labels/cells/zarr.json"), StandardCharsets.UTF_8);
        assertThat(label).contains("\"name\" : \"cells\"");
        store.put(
                "labels/cells/zarr.json",
                label.replace("\"name\" : \"cells\"", "\"name\" : \"Patient: Anna Example\"")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(OmeZarrImages.open(store).findings())
                .extracting(IdentityFinding::where)
                .contains("labels/cells/zarr.json, names");
    }
}
