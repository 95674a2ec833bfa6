package org.vitrail.gateway.registry;

import java.net.URI;
import java.util.List;
import org.vitrail.gateway.registry.RegistryConfig.NodeSettings;

/** Turns settings into nodes, with checked and completed addresses. */
final class ConfiguredNodes {

    private ConfiguredNodes() {}

    /**
     * In the order of their names.
     *
     * @throws BadNodeAddress when an address is not http(s)
     */
    static List<RegisteredNode> of(RegistryConfig config) {
        return config.nodes().entrySet().stream()
                .map(entry -> node(entry.getKey(), entry.getValue()))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private static RegisteredNode node(String name, NodeSettings settings) {
        String base = checked(name, "base-url", settings.baseUrl()).toString().replaceAll("/+$", "");
        return new RegisteredNode(
                name,
                settings.title(),
                URI.create(base),
                checked(name, "oai", settings.oai().orElse(URI.create(base + "/oai"))),
                checked(name, "oai-images", settings.oaiImages().orElse(URI.create(base + "/oai/images"))));
    }

    private static URI checked(String name, String key, URI address) {
        boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!http || address.getHost() == null) {
            throw new BadNodeAddress(name, key, address);
        }
        return address;
    }
}
