package org.vitrail.gateway.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Calls Elasticsearch and turns its many ways to fail into two: unavailable (ask again) and refused (somebody must look). */
@ApplicationScoped
public class Engine {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final ElasticsearchClient client;

    Engine(ElasticsearchClient client) {
        this.client = client;
    }

    /** A request to the engine. */
    @FunctionalInterface
    public interface Call<T> {
        /** @throws IOException when the engine was not reached */
        T on(ElasticsearchClient client) throws IOException;
    }

    /**
     * Makes the call.
     *
     * @param what the operation in words, for the message
     * @throws EngineUnavailable when asking again later can help
     * @throws EngineRefused when it cannot
     */
    public <T> T call(String what, Call<T> call) {
        try {
            return call.on(client);
        } catch (ElasticsearchException e) {
            throw e.status() == TOO_MANY_REQUESTS || e.status() >= SERVER_ERROR
                    ? new EngineUnavailable(what, e)
                    : new EngineRefused(what, e);
        } catch (IOException e) {
            throw new EngineUnavailable(what, e);
        }
    }
}
