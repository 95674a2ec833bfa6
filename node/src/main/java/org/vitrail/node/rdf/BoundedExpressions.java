package org.vitrail.node.rdf;

import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;

/** Puts bounds on the functions of a query that make or read long texts or numbers, wherever they stand in it. */
final class BoundedExpressions extends ExprTransformCopy {
    private final Allowance allowance;

    private BoundedExpressions(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Bounds first, then Jena's optimization as usual, which may compute constants. */
    static RewriteFactory before(Allowance allowance) {
        return context -> query -> Optimize.stdOptimizationFactory
                .create(context)
                .rewrite(Transformer.transform(new TransformCopy(), new BoundedExpressions(allowance), query));
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        return function instanceof E_Multiply
                ? new BoundedProduct(left, right)
                : super.transform(function, left, right);
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList args) {
        return BoundedFunction.of((ExprFunctionN) super.transform(function, args), allowance);
    }

    @Override
    public Expr transform(ExprAggregator aggregate) {
        boolean concat = aggregate.getAggregator() instanceof AggGroupConcat
                || aggregate.getAggregator() instanceof AggGroupConcatDistinct;
        return concat
                ? new ExprAggregator(aggregate.getVar(), new BoundedConcat(aggregate.getAggregator(), allowance))
                : super.transform(aggregate);
    }
}
