package org.vitrail.node.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;

@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class UploadIT {
    private static final int PART = 5 << 20;
    private final NodeClient depositor = NodeClient.of("depositor");

    @Test
    void interruptedUploadGoesOnWhereItStopped() throws Exception {
        byte[] bytes = new byte[PART + 1000];
        new Random(7).nextBytes(bytes);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        String deposit = depositor.create("{}");
        String file = depositor
                .announce(deposit, "folder/large.bin", bytes.length, sha256)
                .then()
                .statusCode(200)
                .body("partSizeBytes", equalTo(PART))
                .body("parts", equalTo(2))
                .body("stored", equalTo(false))
                .extract()
                .path("fileId");
        depositor.sendPart(deposit, file, 1, Arrays.copyOf(bytes, PART));
        depositor
                .complete(deposit, file)
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/upload-incomplete"))
                .body("missing", equalTo(List.of(2)));

        String again = depositor
                .announce(deposit, "folder/large.bin", bytes.length, sha256)
                .path("fileId");
        assertThat(again).isEqualTo(file);
        depositor
                .request()
                .get("/api/v1/deposits/" + deposit + "/files/" + file + "/parts")
                .then()
                .body("parts.number", equalTo(List.of(1)))
                .body("parts[0].sizeBytes", equalTo(PART));
        depositor.sendPart(deposit, file, 2, Arrays.copyOfRange(bytes, PART, bytes.length));
        depositor
                .complete(deposit, file)
                .then()
                .statusCode(200)
                .body("stored", equalTo(true))
                .body("sha256", equalTo(sha256));
        depositor.complete(deposit, file).then().statusCode(200).body("stored", equalTo(true));
        depositor
                .announce(deposit, "folder/large.bin", bytes.length, sha256)
                .then()
                .body("stored", equalTo(true))
                .body("fileId", equalTo(file));
    }

    @Test
    void wrongDigestIsRefusedAndTheFileCanBeSentAgain() {
        byte[] bytes = "not what was announced".getBytes();
        String announced = "0".repeat(64);
        String deposit = depositor.create("{}");
        String file =
                depositor.announce(deposit, "a.tif", bytes.length, announced).path("fileId");
        depositor.sendPart(deposit, file, 1, bytes);
        depositor
                .complete(deposit, file)
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/digest-mismatch"))
                .body("detail", containsString(announced))
                .body("announced", equalTo(announced));
        depositor.complete(deposit, file).then().statusCode(404);
        depositor.upload(deposit, "a.tif", bytes);
    }

    @Test
    void emptyFileIsRefused() {
        String deposit = depositor.create("{}");
        depositor
                .announce(deposit, "empty.tif", 0, null)
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/empty-file"))
                .body("detail", containsString("empty.tif"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a.tif", "/etc/passwd", "a/../b.tif", "a//b.tif", "a/./b", "C:\\\\a.tif", "a\\u0000.tif", " a"
            })
    void unsafeNameIsRefused(String path) {
        String deposit = depositor.create("{}");
        depositor
                .announce(deposit, path, 10, null)
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/invalid-file-name"));
    }

    @Test
    void removedFileIsGone() {
        String deposit = depositor.create("{}");
        depositor.upload(deposit, "a.txt", "hello".getBytes());
        String file = depositor.request().get("/api/v1/deposits/" + deposit).path("files[0].fileId");
        depositor
                .request()
                .delete("/api/v1/deposits/" + deposit + "/files/" + file)
                .then()
                .statusCode(204);
        depositor.request().get("/api/v1/deposits/" + deposit).then().body("files.size()", equalTo(0));
    }
}
