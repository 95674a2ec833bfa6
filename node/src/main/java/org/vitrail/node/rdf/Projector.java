package org.vitrail.node.rdf;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.database.DatabaseFailed;
import org.vitrail.ontology.TermTable;

/** Keeps the graph in step with the change log, in a thread of its own, while this process has the role {@code sparql}. */
@ApplicationScoped
class Projector {
    private static final Logger LOG = Logger.getLogger(Projector.class);
    private static final String RELEASE = "1";

    private final SparqlConfig config;
    private final NodeConfig node;
    private final PublicAddress address;
    private final ChangedItems changes;
    private final PublishedChanges published;
    private final TermTable table;
    private final ProjectionState state;
    private volatile boolean stopping;
    private Thread thread;

    Projector(
            SparqlConfig config,
            NodeConfig node,
            PublicAddress address,
            ChangedItems changes,
            PublishedChanges published,
            TermTable table,
            ProjectionState state) {
        this.config = config;
        this.node = node;
        this.address = address;
        this.changes = changes;
        this.published = published;
        this.table = table;
        this.state = state;
    }

    void start(@Observes @Priority(5000) StartupEvent event) {
        if (node.roles().contains(NodeConfig.Role.SPARQL)) {
            thread = Thread.ofPlatform()
                    .name("vitrail-sparql-projection")
                    .daemon()
                    .start(this::run);
        }
    }

    /** Ends after the transaction under way; were it killed instead, nothing would be lost either. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(30_000);
        }
        state.findStore().ifPresent(store -> {
            state.closed("stopped");
            store.close();
        });
    }

    private void run() {
        boolean rebuild = config.rebuild();
        Projection projection = null;
        while (!stopping) {
            try {
                if (projection == null) {
                    projection = open(rebuild);
                    rebuild = false;
                }
                catchUp(projection);
                pause();
            } catch (DatabaseFailed e) {
                report("The change log cannot be read", e);
                pause();
            } catch (RuntimeException e) {
                report("The graph cannot be written; if this stays, start once with vitrail.sparql.rebuild=true", e);
                pause();
            }
        }
    }

    private Projection open(boolean rebuild) {
        OpenedGraph opened = OpenedGraph.open(config.folder(), table, base(), form(), changes.lastGiven(), rebuild);
        state.opened(opened.store());
        long cursor = opened.projection().cursor();
        LOG.infof("Graph opened in %s: it goes on after change %d", config.folder(), cursor);
        return opened.projection();
    }

    private void catchUp(Projection projection) {
        long begun = System.nanoTime();
        long cursor = projection.cursor();
        int graphs = 0;
        List<ChangedItem> items = changes.after(cursor, config.batch());
        while (!items.isEmpty() && !stopping) {
            projection.apply(items, published.read(items));
            graphs += items.size();
            cursor = items.getLast().sequence();
            state.reached(cursor, changes.newest());
            items = changes.after(cursor, config.batch());
        }
        state.reached(cursor, cursor);
        if (graphs > 0) {
            LOG.infof(
                    "SPARQL: %d graphs renewed in %.1f s, up to change %d",
                    graphs, (System.nanoTime() - begun) / 1e9, cursor);
        }
    }

    private void report(String what, RuntimeException e) {
        if (stopping) {
            return;
        }
        if (state.findTrouble().filter(what::equals).isEmpty()) {
            LOG.error(what + "; tried again until it works.", e);
        }
        state.failed(what);
    }

    private void pause() {
        try {
            Thread.sleep(config.polling());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private String base() {
        String root = address.of("/").toString();
        return root.substring(0, root.length() - 1);
    }

    /** Another address or another way to write records makes all graphs anew. */
    private String form() {
        return RELEASE + " " + base();
    }
}
