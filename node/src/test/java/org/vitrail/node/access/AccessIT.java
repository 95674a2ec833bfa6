package org.vitrail.node.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;

@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class AccessIT {
    private static final String PROBLEM = "application/problem+json";

    @Test
    void withoutTokenIsUnauthenticated() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/deposits")
                .then()
                .statusCode(401)
                .contentType(startsWith(PROBLEM))
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("https://nantes.test/problems/unauthenticated"))
                .body("status", equalTo(401));
    }

    @Test
    void forgedTokenIsUnauthenticated() {
        given().auth()
                .oauth2("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")
                .get("/api/v1/deposits")
                .then()
                .statusCode(401)
                .contentType(startsWith(PROBLEM));
    }

    @Test
    void tokenForAnotherNodeIsUnauthenticated() {
        NodeClient.withScope("depositor2", "openid montpellier")
                .request()
                .get("/api/v1/deposits")
                .then()
                .statusCode(401)
                .contentType(startsWith(PROBLEM));
    }

    @Test
    void wrongRoleIsForbidden() {
        NodeClient.of("curator")
                .request()
                .body("{}")
                .post("/api/v1/deposits")
                .then()
                .statusCode(403)
                .contentType(startsWith(PROBLEM))
                .body("type", endsWith("/problems/forbidden"));
        String deposit = NodeClient.of("depositor").create("{}");
        NodeClient.of("depositor")
                .request()
                .post("/api/v1/deposits/" + deposit + "/accept")
                .then()
                .statusCode(403);
    }

    @Test
    void anothersDraftIsNotFound() {
        String deposit = NodeClient.of("depositor").create("{}");
        NodeClient other = NodeClient.of("depositor2");
        other.request()
                .get("/api/v1/deposits/" + deposit)
                .then()
                .statusCode(404)
                .body("type", endsWith("/problems/not-found"));
        other.request()
                .header("If-Match", "\"1\"")
                .body("{}")
                .put("/api/v1/deposits/" + deposit)
                .then()
                .statusCode(404);
        other.submit(deposit).then().statusCode(404);
        other.announce(deposit, "a.tif", 10, null).then().statusCode(404);
        NodeClient.of("curator")
                .request()
                .get("/api/v1/deposits/" + deposit)
                .then()
                .statusCode(404);
    }

    @Test
    void unknownAddressIsAProblem() {
        given().get("/api/v1/nothing-here").then().statusCode(404).contentType(startsWith(PROBLEM));
        given().get("/problems/forbidden").then().statusCode(200).body(startsWith("Not your role"));
    }

    @Test
    void readyWhileDatabaseAndStoreAnswer() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void pagesSendToTheLogInWithProofKey() {
        given().redirects()
                .follow(false)
                .get("/my")
                .then()
                .statusCode(302)
                .header("Location", containsString("client_id=vitrail-nantes"))
                .header("Location", containsString("code_challenge_method=S256"));
    }

    @Test
    void describesItsResources() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.size()", org.hamcrest.Matchers.greaterThan(15));
    }
}
