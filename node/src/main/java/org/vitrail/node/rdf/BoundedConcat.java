package org.vitrail.node.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;
import org.apache.jena.sparql.function.FunctionEnv;

/** GROUP_CONCAT within an allowance. SPARQL 1.1 §18.5.1.7. */
final class BoundedConcat extends AggregatorBase {
    private final Aggregator concat;
    private final Allowance allowance;

    BoundedConcat(Aggregator concat, Allowance allowance) {
        super("GROUP_CONCAT", false, concat.getExprList());
        this.concat = concat;
        this.allowance = allowance;
    }

    @Override
    public Accumulator createAccumulator() {
        return new Counting(concat.createAccumulator());
    }

    /** Counts each value before it is collected. */
    private final class Counting implements Accumulator {
        private final Accumulator collected;
        private long length;

        Counting(Accumulator collected) {
            this.collected = collected;
        }

        @Override
        public void accumulate(Binding binding, FunctionEnv environment) {
            int size = size(binding, environment);
            length += size;
            allowance.requireText(length, "GROUP_CONCAT");
            allowance.collect(size);
            collected.accumulate(binding, environment);
        }

        private int size(Binding binding, FunctionEnv environment) {
            try {
                return getExpr().eval(binding, environment).asString().length() + 1;
            } catch (ExprEvalException e) {
                return 1;
            }
        }

        @Override
        public NodeValue getValue() {
            return collected.getValue();
        }
    }

    @Override
    public Node getValueEmpty() {
        return concat.getValueEmpty();
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new BoundedConcat(concat.copy(expressions), allowance);
    }

    @Override
    public int hashCode() {
        return concat.hashCode();
    }

    @Override
    public boolean equals(Aggregator other, boolean byAlgebra) {
        return other instanceof BoundedConcat that && concat.equals(that.concat, byAlgebra);
    }
}
