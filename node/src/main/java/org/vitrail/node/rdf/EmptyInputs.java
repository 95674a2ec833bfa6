package org.vitrail.node.rdf;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * Joins nothing with a pattern to nothing. TDB2 6.0.0 fails there ("Peek iterator is already empty") where it should answer no rows:
 * it reorders a pattern by the first row that comes in, and in the union of all graphs it does not ask whether there is one.
 */
final class EmptyInputs extends OpExecutorTDB2 {
    /** For the context of a query. */
    static final OpExecutorFactory FACTORY = EmptyInputs::new;

    private EmptyInputs(ExecutionContext context) {
        super(context);
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        return isPattern(op) && !input.hasNext() ? input : super.exec(op, input);
    }

    private static boolean isPattern(Op op) {
        return op instanceof OpQuadPattern
                || op instanceof OpFilter filter && filter.getSubOp() instanceof OpQuadPattern;
    }
}
