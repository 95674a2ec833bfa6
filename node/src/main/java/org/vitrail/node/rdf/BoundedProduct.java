package org.vitrail.node.rdf;

import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;

/** A product as it is, but of numbers that a computer multiplies at once: whole numbers and decimals may be as long as one likes. */
final class BoundedProduct extends E_Multiply {
    private static final int MOST_BITS = 16_384;

    BoundedProduct(Expr left, Expr right) {
        super(left, right);
    }

    @Override
    public NodeValue eval(NodeValue x, NodeValue y) {
        if (bits(x) + bits(y) > MOST_BITS) {
            throw new CostlyQuery("A product would have more than %d bits.".formatted(MOST_BITS));
        }
        return super.eval(x, y);
    }

    private static long bits(NodeValue value) {
        if (value.isInteger()) {
            return value.getInteger().bitLength();
        }
        return value.isDecimal() ? value.getDecimal().unscaledValue().bitLength() : 0;
    }

    @Override
    public Expr copy(Expr left, Expr right) {
        return new BoundedProduct(left, right);
    }
}
