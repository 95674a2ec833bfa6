package org.vitrail.node.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;
import org.vitrail.omezarr.OmeZarrReader;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionReader;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.SchemaJson;
import org.vitrail.store.ObjectStore;
import org.vitrail.store.ObjectZarrStore;

/** The real sets of the shared samples, deposited and published through the API. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class SampleSetsIT {

    @Inject
    ObjectStore store;

    @ParameterizedTest
    @ValueSource(strings = {"maize-stem", "u2os-cell-painting", "platynereis-nuclei", "cancer-cell-migration"})
    void publishedImagesHaveTheDescribedDigests(String set) throws Exception {
        Optional<Path> yaml = shared().map(folder -> folder.resolve("samples/sets/" + set + "/dataset.yaml"));
        assumeTrue(yaml.filter(Files::exists).isPresent(), "the shared samples are not here (VITRAIL_SHARED)");
        DatasetDescription description = DescriptionReader.readYaml(yaml.get());
        Map<String, byte[]> files = new LinkedHashMap<>();
        String json = renamed(description, yaml.get().getParent(), files);

        String accession = NodeClient.of("depositor").publish(json, files);

        Response images = given().get("/api/v1/datasets/" + accession + "/v1/images");
        ImageDescription described = description.imageSets().getFirst().images().getFirst();
        assertThat(images.<String>path("results[0].digest")).isEqualTo(described.digest());
        assertThat(images.<List<String>>path("results[0].labels.name"))
                .hasSize(described.labels().size());
        String root = ImageKeys.root(accession, images.path("results[0].imageId"));
        OmeZarrReader reader = OmeZarrReader.open(new ObjectZarrStore(store, root));
        assertThat(PixelDigest.of(reader.level(0))).isEqualTo(described.digest());
        given().get("/api/v1/datasets/" + accession)
                .then()
                .statusCode(200)
                .body("imagingMethods[0].id", org.hamcrest.Matchers.startsWith("FBbi:"));
    }

    /** Names files by their last segment, as a client does: a deposit takes no paths that leave it. */
    private static String renamed(DatasetDescription description, Path folder, Map<String, byte[]> files)
            throws IOException {
        ObjectNode tree = SchemaJson.mapper().valueToTree(description);
        for (var set : tree.get("imageSets")) {
            for (var image : set.get("images")) {
                ArrayNode names = (ArrayNode) image.get("files");
                for (int i = 0; i < names.size(); i++) {
                    names.set(i, names.textNode(take(folder, names.get(i).asText(), files)));
                }
                for (var label : image.get("labels")) {
                    ((ObjectNode) label)
                            .put("file", take(folder, label.get("file").asText(), files));
                }
            }
        }
        return tree.toString();
    }

    private static String take(Path folder, String path, Map<String, byte[]> files) throws IOException {
        Path file = folder.resolve(path).normalize();
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
        return file.getFileName().toString();
    }

    private static Optional<Path> shared() {
        return Optional.ofNullable(System.getProperty("VITRAIL_SHARED", System.getenv("VITRAIL_SHARED")))
                .map(Path::of)
                .or(() -> {
                    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
                        if (Files.isDirectory(at.resolve("shared/samples"))) {
                            return Optional.of(at.resolve("shared"));
                        }
                    }
                    return Optional.empty();
                });
    }
}
