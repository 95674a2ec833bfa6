package org.vitrail.node.rdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.tdb2.TDB2;
import org.jboss.logging.Logger;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;

/**
 * Runs queries over the union of all graphs, a few at once, each in a platform thread of its own (TDB2 ties transactions to
 * threads), within bounds of time and memory. Safe for use by many threads.
 */
@ApplicationScoped
class QueryRunner {
    private static final Logger LOG = Logger.getLogger(QueryRunner.class);
    private static final long LOOK_MILLIS = 100;
    /** Jena stops the query itself when the thread that looks after it did not. */
    private static final long GRACE_MILLIS = 1_000;

    private static final int SPILL_ROWS = 100_000;

    private final SparqlConfig config;
    private final ProjectionState state;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("vitrail-sparql-", 1).daemon().factory());

    QueryRunner(SparqlConfig config, ProjectionState state) {
        this.config = config;
        this.state = state;
        this.places = new Semaphore(config.concurrent());
    }

    /** Tells whether the client has gone away. */
    @FunctionalInterface
    interface Client {
        boolean isGone();
    }

    /**
     * Runs a query and takes from it what is needed, all in one transaction.
     *
     * @param answer what is made of it; must not keep it
     * @throws NodeProblem query-too-costly, graph-unavailable
     */
    <T> T run(Query query, Client client, Function<QueryExec, T> answer) {
        GraphStore store =
                state.findStore().orElseThrow(() -> unavailable("This node's graph is not open at the moment."));
        if (!places.tryAcquire()) {
            throw unavailable("%d queries are being answered, and no more at once.".formatted(config.concurrent()));
        }
        Allowance allowance = new Allowance(config.maxTextLength());
        CompletableFuture<T> result = new CompletableFuture<>();
        Running running = new Running(allowance);
        threads.execute(() -> {
            try {
                result.complete(store.read(() -> execute(store, query, running, answer)));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            } finally {
                places.release();
            }
        });
        return await(result, running, client);
    }

    /** How many queries more could run at this moment. */
    int freePlaces() {
        return places.availablePermits();
    }

    /** A query under way. */
    private static final class Running {
        private final Allowance allowance;
        private volatile QueryExec execution;

        Running(Allowance allowance) {
            this.allowance = allowance;
        }

        void stop(String reason) {
            allowance.stop(reason);
            QueryExec now = execution;
            if (now != null) {
                abort(now);
            }
        }
    }

    /** Jena tidies up what the query's own thread may be writing at this moment; that thread sees the signal all the same. */
    private static void abort(QueryExec execution) {
        try {
            execution.abort();
        } catch (ConcurrentModificationException busy) {
            LOG.debugf(busy, "SPARQL: a query was stopped while it wrote to disk");
        }
    }

    private <T> T execute(GraphStore store, Query query, Running running, Function<QueryExec, T> answer) {
        try (QueryExec execution = QueryExec.dataset(store.graph())
                .query(query)
                .set(TDB2.symUnionDefaultGraph, true)
                .set(ARQ.httpServiceAllowed, false)
                .set(ARQ.enablePropertyFunctions, false)
                .set(ARQConstants.sysOpExecutorFactory, EmptyInputs.FACTORY)
                .set(ARQ.spillToDiskThreshold, (long) SPILL_ROWS)
                .set(ARQConstants.sysOptimizerFactory, BoundedExpressions.before(running.allowance))
                .timeout(config.timeout().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS)
                .build()) {
            running.execution = execution;
            running.allowance.requireGoing();
            return answer.apply(execution);
        }
    }

    /** Looks after the query while it runs; one that cannot be stopped keeps its place, not its client. */
    private <T> T await(CompletableFuture<T> result, Running running, Client client) {
        long begun = System.nanoTime();
        long end = begun + config.timeout().toNanos();
        while (true) {
            try {
                return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                look(running, client, end);
                if (System.nanoTime() - end > TimeUnit.SECONDS.toNanos(2)) {
                    LOG.warn("SPARQL: a query goes on after its time; its place is taken until it ends");
                    throw tooLong();
                }
            } catch (InterruptedException e) {
                running.stop("The node stops.");
                Thread.currentThread().interrupt();
                throw unavailable("The node stops.");
            } catch (ExecutionException e) {
                throw told(e.getCause(), running);
            }
        }
    }

    private void look(Running running, Client client, long end) {
        if (System.nanoTime() > end) {
            running.stop(tooLong().getMessage());
        } else if (client.isGone()) {
            running.stop("Nobody waits for the answer.");
        } else if (Heap.isNearlyFull()) {
            running.stop("It needs more memory than there is.");
        }
    }

    /** Whatever a stopped query ends with, it was stopped: Jena's iterators do not all end well then. */
    private RuntimeException told(Throwable cause, Running running) {
        Optional<String> stopped = running.allowance.findStopped();
        return switch (cause) {
            case NodeProblem problem -> problem;
            case CostlyQuery costly -> costly(costly.getMessage());
            case OutOfMemoryError full -> costly("It needs more memory than there is.");
            case StackOverflowError deep -> costly("It is nested too deeply.");
            case QueryCancelledException cancelled ->
                stopped.map(QueryRunner::costly).orElseGet(this::tooLong);
            case RuntimeException failed ->
                stopped.<RuntimeException>map(QueryRunner::costly).orElseGet(() -> failed(failed));
            default -> new CompletionException(cause);
        };
    }

    /** An expression that Jena cannot compute, or a statement that a format cannot carry. */
    private static NodeProblem failed(RuntimeException cause) {
        LOG.infof(cause, "SPARQL: a query could not be answered");
        return new NodeProblem(ProblemType.QUERY_FAILED, String.valueOf(cause.getMessage()));
    }

    private static NodeProblem costly(String detail) {
        return new NodeProblem(ProblemType.QUERY_TOO_COSTLY, detail);
    }

    private NodeProblem tooLong() {
        return new NodeProblem(
                ProblemType.QUERY_TOO_COSTLY,
                "It was not answered within %d seconds."
                        .formatted(config.timeout().toSeconds()),
                Map.of("seconds", config.timeout().toSeconds()));
    }

    private static NodeProblem unavailable(String detail) {
        return new NodeProblem(ProblemType.GRAPH_UNAVAILABLE, detail);
    }
}
