package org.vitrail.gateway.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.JsonData;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringReader;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.vitrail.gateway.registry.Repository;

/**
 * The indices and the alias that each repository is searched through, e.g. {@code vitrail-datasets} for
 * {@code vitrail-datasets-v1-20261123t101500123}.
 */
@ApplicationScoped
public class IndexAliases {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmssSSS").withZone(ZoneOffset.UTC);
    private static final String FINGERPRINT = "fingerprint";
    private static final int NOT_FOUND = 404;

    private final Engine engine;
    private final IndexConfig config;
    private final Clock clock;
    private final IndexDefinition definition = IndexDefinition.shipped();

    IndexAliases(Engine engine, IndexConfig config, Clock clock) {
        this.engine = engine;
        this.config = config;
        this.clock = clock;
    }

    /** The name to search and to write through. */
    public String alias(Repository repository) {
        return config.prefix() + repository.word();
    }

    /** The index behind the alias; empty where there is none yet, or no longer. */
    public Optional<String> findCurrent(Repository repository) {
        return engine.call("Looking up the index of " + repository.word(), client -> {
            try {
                return client.indices().getAlias(a -> a.name(alias(repository))).aliases().keySet().stream()
                        .findFirst();
            } catch (ElasticsearchException e) {
                if (e.status() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Whether the alias leads to an index of the shipped mapping; if not, it has to be filled anew. */
    public boolean isCurrent(Repository repository) {
        return findCurrent(repository).filter(this::hasShippedMapping).isPresent();
    }

    private boolean hasShippedMapping(String index) {
        return engine.call(
                "Reading the mapping of " + index,
                client -> client.indices().getMapping(m -> m.index(index)).mappings().values().stream()
                        .anyMatch(found -> Optional.ofNullable(
                                        found.mappings().meta().get(FINGERPRINT))
                                .filter(print -> definition.fingerprint().equals(print.to(String.class)))
                                .isPresent()));
    }

    /** Makes an empty index that no alias leads to yet, and returns its name. */
    public String create(Repository repository) {
        String name = alias(repository) + "-" + IndexDefinition.VERSION + "-" + STAMP.format(clock.instant());
        engine.call(
                "Creating index " + name,
                client -> client.indices()
                        .create(c -> c.index(name)
                                .settings(s -> s.withJson(new StringReader(definition.settings()))
                                        .numberOfShards(Integer.toString(config.shards()))
                                        .numberOfReplicas(Integer.toString(config.replicas())))
                                .mappings(m -> m.withJson(new StringReader(definition.mapping()))
                                        .meta(FINGERPRINT, JsonData.of(definition.fingerprint())))));
        return name;
    }

    /** Lets the alias lead to this index alone, in one step, and removes the others of its repository. */
    public void swap(Repository repository, String index) {
        List<String> others = listIndices(repository).stream()
                .filter(name -> !name.equals(index))
                .toList();
        engine.call(
                "Swapping alias " + alias(repository),
                client -> client.indices().updateAliases(u -> {
                    others.forEach(old -> u.actions(a -> a.removeIndex(r -> r.index(old))));
                    return u.actions(a -> a.add(add -> add.index(index).alias(alias(repository))));
                }));
    }

    /** Every index of the repository, searched or left over. */
    public List<String> listIndices(Repository repository) {
        String pattern = alias(repository) + "-" + IndexDefinition.VERSION.charAt(0) + "*";
        return engine.call(
                "Listing indices",
                client -> List.copyOf(client.indices()
                        .get(g -> g.index(pattern).allowNoIndices(true))
                        .indices()
                        .keySet()));
    }

    /** Removes an index that nothing leads to. */
    public void drop(String index) {
        engine.call("Removing index " + index, client -> client.indices().delete(d -> d.index(index)));
    }

    /** Makes what was written visible to searches. */
    public void refresh(String index) {
        engine.call("Refreshing " + index, client -> client.indices().refresh(r -> r.index(index)));
    }
}
