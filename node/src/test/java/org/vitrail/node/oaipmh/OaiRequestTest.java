package org.vitrail.node.oaipmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gdcc.xoai.model.oaipmh.verbs.Verb.Argument;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OaiRequestTest {

    private static OaiRequest read(String query) throws OaiError {
        return OaiRequest.read(FormArguments.read(query));
    }

    private static OaiError refused(String query) {
        return catchThrowableOfType(OaiError.class, () -> read(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "verb=", "verb=identify", "verb=Nope", "verb=Identify&verb=Identify", "a=b"})
    void missingUnknownOrRepeatedVerbIsBadVerb(String query) {
        assertThat(refused(query).code()).hasToString("badVerb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verb=Identify&extra=1",
                "verb=Identify&metadataPrefix=oai_dc",
                "verb=GetRecord&identifier=oai:a.b:c",
                "verb=GetRecord&metadataPrefix=oai_dc",
                "verb=ListRecords",
                "verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc",
                "verb=ListRecords&metadataPrefix=oai_dc&set=a&set=b",
                "verb=ListRecords&metadataPrefix=oai%20dc",
                "verb=ListRecords&metadataPrefix=",
                "verb=ListRecords&metadataPrefix=oai_dc&set=a::b",
                "verb=ListRecords&metadataPrefix=oai_dc&set=",
                "verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026-2-3",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026",
                "verb=ListRecords&metadataPrefix=oai_dc&from=",
                "verb=ListRecords&metadataPrefix=oai_dc&from=0000-01-01",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T00:00Z",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T00:00:00",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T24:00:00Z",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T00:00:00.5Z",
                "verb=ListRecords&metadataPrefix=oai_dc&until=2026-13-01",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01",
                "verb=ListSets&set=a",
                "verb=ListMetadataFormats&resumptionToken=x",
                "verb=Identify&x=%zz",
                "verb=Identify&x=%4",
                "verb=GetRecord&metadataPrefix=oai_dc&identifier=%01",
                "verb=GetRecord&metadataPrefix=oai_dc&identifier=%ff%fe",
                "verb=GetRecord&metadataPrefix=oai_dc&identifier=%EF%BF%BF"
            })
    void whatTheVerbDoesNotTakeIsBadArgument(String query) {
        assertThat(refused(query).code()).hasToString("badArgument");
    }

    @Test
    void dayUntilIncludesTheWholeDay() throws OaiError {
        DateRange dates = read("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01")
                .dates();
        assertThat(dates.from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(dates.before()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    }

    @Test
    void secondUntilIncludesTheWholeSecond() throws OaiError {
        DateRange dates = read("verb=ListRecords&metadataPrefix=oai_dc&until=2026-01-01T10:00:00Z")
                .dates();
        assertThat(dates.before()).isEqualTo(Instant.parse("2026-01-01T10:00:01Z"));
    }

    @Test
    void futureDatesAreFine() throws OaiError {
        assertThat(read("verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01&until=9999-12-31")
                        .dates()
                        .from())
                .isEqualTo(Instant.parse("2999-01-01T00:00:00Z"));
    }

    @Test
    void percentEncodingAndPlusAreRead() throws OaiError {
        assertThat(read("verb=GetRecord&metadataPrefix=oai_dc&identifier=a%3Ab+%C3%A9")
                        .find(Argument.Identifier))
                .contains("a:b é");
    }

    @Test
    void thirtyThousandCharactersAreRefused() {
        assertThat(refused("verb=Identify&x=" + "a".repeat(30_000)).code()).hasToString("badArgument");
    }
}
