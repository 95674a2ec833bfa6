package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrail.services.KeycloakRealm;

/** Access tokens of the demo's users (whose password is their name), renewed before they end. Safe for several threads. */
public final class LogIn {

    private static final long EARLY_SECONDS = 60;

    private final KeycloakRealm realm;
    private final JsonHttp http;
    private final Clock clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant end) {}

    public LogIn(KeycloakRealm realm, JsonHttp http, Clock clock) {
        this.realm = realm;
        this.http = http;
        this.clock = clock;
    }

    /** A token for one node only: it carries that node's audience and the user's roles there. */
    public String token(String user, String node) {
        return tokens.compute(user + "@" + node, (key, known) -> isGood(known) ? known : request(user, node))
                .value();
    }

    private boolean isGood(Token token) {
        return token != null && clock.instant().isBefore(token.end().minusSeconds(EARLY_SECONDS));
    }

    private Token request(String user, String node) {
        String form = "grant_type=password&client_id=" + KeycloakRealm.COMMAND_LINE_CLIENT + "&username=" + user
                + "&password=" + user + "&scope=" + URLEncoder.encode("openid " + node, StandardCharsets.UTF_8);
        JsonNode answer = http.postForm(realm.tokenEndpoint(), form);
        return new Token(
                answer.path("access_token").asText(),
                clock.instant().plusSeconds(answer.path("expires_in").asLong(EARLY_SECONDS)));
    }
}
