package org.vitrail.node.rdf;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.vitrail.ontology.TermTable;

/** A graph that is open and fits this node: what was damaged, or made for something else, is made anew from the change log. */
record OpenedGraph(GraphStore store, Projection projection) {
    private static final Logger LOG = Logger.getLogger(OpenedGraph.class);

    /**
     * Opens the graph.
     *
     * @param form what the graph must be made for
     * @param lastGiven the last sequence of the change log; a graph beyond it belongs to another database
     * @param rebuild whether to begin with nothing
     * @throws GraphStore.InUse when another process has the graph open
     */
    static OpenedGraph open(Path folder, TermTable table, String base, String form, long lastGiven, boolean rebuild) {
        if (rebuild) {
            LOG.infof("The graph in %s is made anew, as vitrail.sparql.rebuild demands", folder);
            GraphStore.drop(folder);
        }
        OpenedGraph opened = openSound(folder, table, base);
        if (opened.projection.fits(form) && opened.projection.cursor() <= lastGiven) {
            opened.projection.begin(form);
            return opened;
        }
        LOG.warnf(
                "The graph in %s is of another address, release or database; it is made anew from the change log",
                folder);
        opened.store.close();
        GraphStore.drop(folder);
        OpenedGraph anew = connect(folder, table, base);
        anew.projection.begin(form);
        return anew;
    }

    /** Reads a little of it too: damage shows only then. */
    private static OpenedGraph openSound(Path folder, TermTable table, String base) {
        OpenedGraph opened = null;
        try {
            opened = connect(folder, table, base);
            opened.projection.cursor();
            return opened;
        } catch (GraphStore.InUse | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "The graph in %s is damaged; it is made anew from the change log", folder);
            if (opened != null) {
                opened.store.close();
            }
            GraphStore.drop(folder);
            return connect(folder, table, base);
        }
    }

    private static OpenedGraph connect(Path folder, TermTable table, String base) {
        GraphStore store = GraphStore.open(folder);
        return new OpenedGraph(store, new Projection(store, new TermGraph(table), base));
    }
}
