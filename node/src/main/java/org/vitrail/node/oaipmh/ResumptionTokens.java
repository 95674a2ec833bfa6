package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.verbs.Verb.Type;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads resumption tokens: stateless, signed, bound to repository, verb and arguments, with an expiry. OAI-PMH
 * §3.5. Thread-safe.
 */
final class ResumptionTokens {
    private static final String FORM = "2";
    private static final int FIELDS = 11;
    private static final int MAC_BYTES = 16;

    private final SecretKeySpec key;
    private final Clock clock;

    /** @param key at least 16 random bytes, the same after a restart */
    ResumptionTokens(byte[] key, Clock clock) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.clock = clock;
    }

    String write(ListPosition position, Instant expiry) {
        DateRange dates = position.dates();
        String content = String.join(
                "\n",
                FORM,
                position.repository().key(),
                position.verb().displayName(),
                position.metadataPrefix(),
                position.set() == null ? "" : position.set(),
                seconds(dates.from()),
                seconds(dates.before()),
                position.untilGiven() ? "given" : "pinned",
                Long.toString(position.afterSequence()),
                Long.toString(position.lastSequence()),
                seconds(expiry));
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return encode(bytes) + "." + encode(sign(bytes));
    }

    /** @throws OaiError badResumptionToken when it is not ours, altered, of another verb or repository, or expired */
    ListPosition read(String token, OaiRepository repository, Type verb) throws OaiError {
        String[] fields = verified(token).split("\n", -1);
        if (fields.length != FIELDS || !fields[0].equals(FORM)) {
            throw OaiError.badResumptionToken("The resumptionToken has an outdated form; start the list again.");
        }
        if (!fields[1].equals(repository.key()) || !fields[2].equals(verb.displayName())) {
            throw OaiError.badResumptionToken("The resumptionToken is another list's.");
        }
        if (!clock.instant().isBefore(instant(fields[10]))) {
            throw OaiError.badResumptionToken("The resumptionToken has expired; start the list again.");
        }
        return new ListPosition(
                repository,
                verb,
                fields[3],
                fields[4].isEmpty() ? null : fields[4],
                new DateRange(instant(fields[5]), instant(fields[6])),
                fields[7].equals("given"),
                Long.parseLong(fields[8]),
                Long.parseLong(fields[9]));
    }

    private String verified(String token) throws OaiError {
        int dot = token.indexOf('.');
        if (dot > 0) {
            try {
                byte[] content = Base64.getUrlDecoder().decode(token.substring(0, dot));
                byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
                if (MessageDigest.isEqual(signature, sign(content))) {
                    return new String(content, StandardCharsets.UTF_8);
                }
            } catch (IllegalArgumentException notBase64) {
                throw invalid();
            }
        }
        throw invalid();
    }

    private static OaiError invalid() {
        return OaiError.badResumptionToken("The resumptionToken is not one of this repository.");
    }

    private byte[] sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(content), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256.", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String seconds(Instant instant) {
        return instant == null ? "" : Long.toString(instant.getEpochSecond());
    }

    private static Instant instant(String seconds) {
        return seconds.isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(seconds));
    }
}
