package org.vitrail.node.oaipmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gdcc.xoai.model.oaipmh.verbs.Verb.Type;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResumptionTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();
    private static final ListPosition POSITION = new ListPosition(
            OaiRepository.DATASETS,
            Type.ListRecords,
            "oai_dc",
            "organism:NCBITaxon_4577",
            new DateRange(null, NOW),
            true,
            41,
            90);

    private final ResumptionTokens tokens = at(NOW, KEY);

    private static ResumptionTokens at(Instant now, byte[] key) {
        return new ResumptionTokens(key, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String refusal(ResumptionTokens tokens, String token, OaiRepository repository, Type verb) {
        return catchThrowableOfType(OaiError.class, () -> tokens.read(token, repository, verb))
                .code()
                .toString();
    }

    @Test
    void carriesThePositionUnaltered() throws OaiError {
        String token = tokens.write(POSITION, NOW.plusSeconds(60));
        assertThat(tokens.read(token, OaiRepository.DATASETS, Type.ListRecords)).isEqualTo(POSITION);
        assertThat(at(NOW.plusSeconds(59), KEY).read(token, OaiRepository.DATASETS, Type.ListRecords))
                .isEqualTo(POSITION);
    }

    @Test
    void isBoundToVerbAndRepository() {
        String token = tokens.write(POSITION, NOW.plusSeconds(60));
        assertThat(refusal(tokens, token, OaiRepository.IMAGES, Type.ListRecords))
                .isEqualTo("badResumptionToken");
        assertThat(refusal(tokens, token, OaiRepository.DATASETS, Type.ListIdentifiers))
                .isEqualTo("badResumptionToken");
    }

    @Test
    void expires() {
        String token = tokens.write(POSITION, NOW.plusSeconds(60));
        assertThat(refusal(at(NOW.plusSeconds(60), KEY), token, OaiRepository.DATASETS, Type.ListRecords))
                .isEqualTo("badResumptionToken");
    }

    @Test
    void anotherKeysTokenIsRefused() {
        String token = tokens.write(POSITION, NOW.plusSeconds(60));
        assertThat(refusal(at(NOW, new byte[32]), token, OaiRepository.DATASETS, Type.ListRecords))
                .isEqualTo("badResumptionToken");
    }

    @Test
    void anyAlteredTokenIsRefused() {
        String token = tokens.write(POSITION, NOW.plusSeconds(60));
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            int at = random.nextInt(token.length());
            char other = (char) (33 + random.nextInt(90));
            String altered = token.substring(0, at) + other + token.substring(at + 1);
            if (token.charAt(at) != other && !sameBits(token, at)) {
                assertThat(refusal(tokens, altered, OaiRepository.DATASETS, Type.ListRecords))
                        .as(altered)
                        .isEqualTo("badResumptionToken");
            }
        }
    }

    /** The last character of unpadded base64 has bits that no byte uses. */
    private static boolean sameBits(String token, int at) {
        return at == token.length() - 1 || at == token.indexOf('.') - 1;
    }

    @Test
    void handMadeTokensAreRefused() {
        for (String token : new String[] {"", ".", "x", "0", "a.b", "MQ.MQ", "é.ü", "100/oai_dc", "=.="}) {
            assertThat(refusal(tokens, token, OaiRepository.DATASETS, Type.ListRecords))
                    .as(token)
                    .isEqualTo("badResumptionToken");
        }
    }
}
