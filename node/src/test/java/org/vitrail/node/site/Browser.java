package org.vitrail.node.site;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * As much of a browser as logging in and sending forms needs: redirects, the Origin header, cookies. Like browsers, and unlike
 * Java's cookie manager, it sends secure cookies to localhost.
 */
final class Browser implements AutoCloseable {
    private static final int MOST_HOPS = 12;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final URI node;
    private final String publicAddress;
    private String language = "en";

    /**
     * @param node where it listens
     * @param publicAddress how it names itself, without a slash at the end; followed to where it listens
     */
    Browser(URI node, String publicAddress) {
        this.node = node;
        this.publicAddress = publicAddress;
    }

    /** Asks for pages in a language from now on. */
    void speak(String tag) {
        language = tag;
    }

    HttpResponse<String> open(String path) throws Exception {
        return follow(HttpRequest.newBuilder(node.resolve(path)));
    }

    /** Opens a page that needs a log-in and fills in the identity provider's form. */
    HttpResponse<String> logIn(String path, String user) throws Exception {
        HttpResponse<String> form = open(path);
        String action = form.body()
                .replaceAll("(?s).*<form[^>]*action=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        return post(URI.create(action), Map.of("username", user, "password", user), null);
    }

    /** Sends a form from a page of the given origin; null sends none. */
    HttpResponse<String> send(String path, Map<String, String> fields, String origin) throws Exception {
        return post(node.resolve(path), fields, origin);
    }

    private HttpResponse<String> post(URI target, Map<String, String> fields, String origin) throws Exception {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return follow(request);
    }

    private HttpResponse<String> follow(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = exchange(request);
        for (int hops = 0; response.statusCode() / 100 == 3 && hops < MOST_HOPS; hops++) {
            String location = response.headers().firstValue("Location").orElseThrow();
            URI target = location.startsWith(publicAddress)
                    ? node.resolve(location.substring(publicAddress.length()))
                    : response.uri().resolve(location);
            response = exchange(HttpRequest.newBuilder(target));
        }
        return response;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder builder) throws Exception {
        Map<String, String> jar =
                cookies.computeIfAbsent(builder.build().uri().getAuthority(), site -> new LinkedHashMap<>());
        if (!jar.isEmpty()) {
            builder.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        builder.setHeader("Accept-Language", language);
        HttpResponse<String> response = client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        response.headers().allValues("Set-Cookie").forEach(cookie -> keep(jar, cookie));
        return response;
    }

    private static void keep(Map<String, String> jar, String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (cookie.matches("(?i).*max-age=0(;.*)?")) {
            jar.remove(name);
        } else {
            jar.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
