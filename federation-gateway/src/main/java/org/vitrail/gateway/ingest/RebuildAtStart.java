package org.vitrail.gateway.ingest;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.vitrail.gateway.GatewayException;

/** Fills the index anew at the start, where the operator asked for it by {@code vitrail.gateway.index.rebuild=true}. */
@ApplicationScoped
class RebuildAtStart {
    private static final Logger LOG = Logger.getLogger(RebuildAtStart.class);

    private final IndexRebuild rebuild;
    private final boolean asked;

    RebuildAtStart(
            IndexRebuild rebuild,
            @ConfigProperty(name = "vitrail.gateway.index.rebuild", defaultValue = "false") boolean asked) {
        this.rebuild = rebuild;
        this.asked = asked;
    }

    void start(@Observes StartupEvent started) {
        if (asked) {
            Thread.ofVirtual().name("index-rebuild").start(this::run);
        }
    }

    private void run() {
        try {
            rebuild.everything();
        } catch (GatewayException e) {
            LOG.errorf(
                    e,
                    "The index was not filled anew; the old one is still searched. Start again when the engine is there.");
        }
    }
}
