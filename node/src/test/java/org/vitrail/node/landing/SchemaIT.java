package org.vitrail.node.landing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeEngines;
import org.vitrail.schema.dataset.DescriptionSchema;

/** Schema and shapes are there for everybody. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class SchemaIT {
    @Test
    void schemaOfDescriptionsIsPublicAndCacheable() {
        given().get("/api/v1/schemas/dataset.schema.json")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/schema+json"))
                .header("Cache-Control", containsString("public"))
                .body("$id", equalTo(DescriptionSchema.ID));
    }

    @Test
    void shapesOfRecordsArePublic() {
        given().get("/api/v1/schemas/vitrail-shapes.ttl")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/turtle"))
                .body(containsString("vitrail:DatasetShape"));
    }
}
