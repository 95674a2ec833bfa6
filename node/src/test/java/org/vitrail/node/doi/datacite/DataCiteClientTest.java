package org.vitrail.node.doi.datacite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.node.doi.datacite.DataCiteAnswer.Accepted;
import org.vitrail.node.doi.datacite.DataCiteAnswer.NotAllowed;
import org.vitrail.node.doi.datacite.DataCiteAnswer.Refused;
import org.vitrail.node.doi.datacite.DataCiteAnswer.State;
import org.vitrail.node.doi.datacite.DataCiteAnswer.Throttled;
import org.vitrail.node.doi.datacite.DataCiteAnswer.Unavailable;
import org.vitrail.node.doi.datacite.DataCiteStandIn.Fault;
import org.vitrail.node.doi.datacite.DoiRequest.Event;

class DataCiteClientTest {
    private static final String DOI = DataCiteStandIn.PREFIX + "/3k7q9m2xdc.v1";
    private static final URI PAGE = URI.create("https://images.example.org/datasets/3k7q9m2xdc/v1");
    private DataCiteStandIn datacite;

    @BeforeEach
    void start() throws IOException {
        datacite = new DataCiteStandIn();
    }

    @AfterEach
    void stop() {
        datacite.close();
    }

    @Test
    void unknownDoiIsCreatedAndAKnownOneUpdated() {
        assertThat(client().tell(DoiRequest.draft(DOI))).isEqualTo(new Accepted(State.DRAFT));
        assertThat(client().tell(told(Event.PUBLISH))).isEqualTo(new Accepted(State.FINDABLE));
        assertThat(client().tell(told(Event.PUBLISH))).isEqualTo(new Accepted(State.FINDABLE));
        assertThat(client().tell(told(Event.HIDE))).isEqualTo(new Accepted(State.REGISTERED));
        assertThat(datacite.log())
                .containsExactly(
                        "PUT " + DOI + " 404",
                        "POST " + DOI + " 201",
                        "PUT " + DOI + " publish 200",
                        "PUT " + DOI + " publish 200",
                        "PUT " + DOI + " hide 200");
        assertThat(datacite.url(DOI)).isEqualTo(PAGE.toString());
        assertThat(datacite.xml(DOI)).isEqualTo(xml());
    }

    /** The answer to the creation is lost, or comes too late: the DOI is there, and must not be made again. */
    @ParameterizedTest
    @EnumSource(names = {"ANSWER_LOST", "ANSWER_LATE"})
    void creationWithoutAnAnswerIsLookedAfter(Fault fault) {
        datacite.failNext(Fault.NONE, fault);
        assertThat(client().tell(told(Event.PUBLISH))).isEqualTo(new Accepted(State.FINDABLE));
        assertThat(datacite.log())
                .containsExactly(
                        "PUT " + DOI + " publish 404",
                        "POST " + DOI + " publish " + fault,
                        "GET " + DOI + " 200",
                        "PUT " + DOI + " publish 200");
        assertThat(datacite.created(DOI)).isEqualTo(1);
    }

    @Test
    void creationThatNeverArrivedIsTriedAgainLater() {
        datacite.failNext(Fault.NONE, Fault.CONNECTION_LOST);
        assertThat(client().tell(told(Event.PUBLISH))).isInstanceOf(Unavailable.class);
        assertThat(datacite.states()).isEmpty();
        assertThat(client().tell(told(Event.PUBLISH))).isEqualTo(new Accepted(State.FINDABLE));
        assertThat(datacite.created(DOI)).isEqualTo(1);
    }

    @Test
    void doiThatBelongsToAnotherAccountIsRefused() {
        datacite.takeForAnother(DOI);
        datacite.failNext(Fault.UNKNOWN);
        assertThat(client().tell(told(Event.PUBLISH)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains(DOI, "another account"));
    }

    @Test
    void refusalIsToldInDataCitesWords() {
        DoiRequest incomplete = new DoiRequest(DOI, PAGE, "<resource/>", Event.PUBLISH);
        assertThat(client().tell(incomplete))
                .isEqualTo(new Refused("DataCite: 422 identifier: Missing child element identifier"));
        assertThat(datacite.states()).isEmpty();
    }

    @Test
    void metadataAgainstTheOfficialSchemaAreRefused() {
        assumeTrue(MetadataJudge.hasOfficialSchema(), "the official schemas are not beside the project (../shared)");
        DoiRequest wrong = new DoiRequest(DOI, PAGE, xml().replace(">2026<", ">soon<"), Event.PUBLISH);
        assertThat(client().tell(wrong))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("422 xml", "soon"));
    }

    @Test
    void wrongPasswordIsToldWithoutThePassword() {
        DataCiteClient stranger = client(datacite.api(), "battery-staple");
        assertThat(stranger.tell(told(Event.PUBLISH)))
                .isEqualTo(new NotAllowed(
                        "DataCite does not accept repository account DEMO.IMAGES: 401 Bad credentials."));
        assertThat(account(datacite.api(), "battery-staple").toString()).doesNotContain("battery");
    }

    @Test
    void pauseIsAsLongAsDataCiteAsks() {
        datacite.failNext(Fault.TOO_MANY_REQUESTS, Fault.MAINTENANCE);
        assertThat(client().tell(told(Event.PUBLISH)))
                .isEqualTo(new Throttled("DataCite: 429 Too many requests", Duration.ofSeconds(7)));
        assertThat(client().tell(told(Event.PUBLISH))).isEqualTo(new Throttled("DataCite: 503", Duration.ofSeconds(7)));
    }

    @Test
    void maintenanceWithoutAPauseIsAFailureLikeOthers() {
        datacite.retryAfter(null);
        datacite.failNext(Fault.MAINTENANCE, Fault.INTERNAL_ERROR);
        assertThat(client().tell(told(Event.PUBLISH))).isEqualTo(new Unavailable("DataCite: 503"));
        assertThat(client().tell(told(Event.PUBLISH)))
                .isEqualTo(new Unavailable("DataCite: 500 Internal server error"));
    }

    @Test
    void nobodyListeningIsAFailureLikeOthers() {
        datacite.close();
        assertThat(client().tell(told(Event.PUBLISH)))
                .isInstanceOfSatisfying(
                        Unavailable.class, later -> assertThat(later.reason()).startsWith("no answer from localhost"));
    }

    private DataCiteClient client() {
        return client(datacite.api(), DataCiteStandIn.PASSWORD);
    }

    private static DataCiteClient client(URI api, String password) {
        return new DataCiteClient(account(api, password), Clock.systemUTC());
    }

    private static DataCiteAccount account(URI api, String password) {
        return new DataCiteAccount(
                api, DataCiteStandIn.REPOSITORY, password, "contact@images.example.org", Duration.ofSeconds(1));
    }

    private static DoiRequest told(Event event) {
        return new DoiRequest(DOI, PAGE, xml(), event);
    }

    private static String xml() {
        return """
                <resource xmlns="http://datacite.org/schema/kernel-4">
                <identifier identifierType="DOI">%s</identifier>
                <creators><creator><creatorName>Imaging facility</creatorName></creator></creators>
                <titles><title>Maize stem section</title></titles><publisher>Demonstration institution</publisher>
                <publicationYear>2026</publicationYear>
                <resourceType resourceTypeGeneral="Dataset">Biological images</resourceType></resource>
                """.formatted(DOI);
    }
}
