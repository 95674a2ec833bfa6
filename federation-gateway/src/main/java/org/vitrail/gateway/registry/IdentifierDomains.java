package org.vitrail.gateway.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrail.gateway.database.Database;

/**
 * Whose a domain in {@code oai:{domain}:…} is: the node's that used it first, so that no node can put its records in the place
 * of another's. A node that left the configuration loses its domains to the next that uses them, as after a change of name.
 */
@ApplicationScoped
public class IdentifierDomains {
    private static final Pattern IDENTIFIER = Pattern.compile("oai:([A-Za-z0-9][A-Za-z0-9.-]{0,252}):(\\S{1,500})");

    private final Database database;
    private final Clock clock;
    private final Map<String, String> owners = new ConcurrentHashMap<>();

    IdentifierDomains(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empty when the node may use the identifier; else why not, in words for its operator. */
    public Optional<String> refusal(String node, String identifier) {
        Matcher matcher = IDENTIFIER.matcher(identifier);
        if (!matcher.matches()) {
            return Optional.of(
                    "\"" + identifier + "\" has not the form oai:domain:local; the node has to configure a domain.");
        }
        String domain = matcher.group(1).toLowerCase(Locale.ROOT);
        String owner = owners.computeIfAbsent(domain, unbound -> ownerOf(unbound, node));
        return owner.equals(node)
                ? Optional.empty()
                : Optional.of("The domain %s of %s belongs to node %s; %s has to use a domain of its own."
                        .formatted(domain, identifier, owner, node));
    }

    private String ownerOf(String domain, String node) {
        database.update("""
                insert into identifier_domain (domain, node, bound) values (?, ?, ?)
                on conflict (domain) do update set node = excluded.node, bound = excluded.bound
                where not (select configured from node where name = identifier_domain.node)
                """, domain, node, clock.instant());
        return database.find("select node from identifier_domain where domain = ?", row -> row.text("node"), domain)
                .orElseThrow();
    }
}
