package org.vitrail.node.rdf;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.update.UpdateFactory;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;

/** Reads a query and refuses, before it runs, whatever would leave this graph: other servers, other graphs, code. */
final class QueryCheck {
    private static final String CASTS = "http://www.w3.org/2001/XMLSchema#";
    /** Jena says it in words only where a word itself is wrong. */
    private static final Pattern PLACE = Pattern.compile("line (\\d{1,9}), column (\\d{1,9})");

    private static final Syntax SPARQL = Syntax.syntaxSPARQL_12;

    private QueryCheck() {}

    /**
     * The query, read by the grammar of SPARQL 1.2 without Jena's extensions.
     *
     * @param base that relative IRIs are resolved against
     * @throws NodeProblem malformed-query with line and column, or query-refused
     */
    static Query read(String text, String base, int maxLength) {
        if (text.length() > maxLength) {
            throw refused("It has %d characters; %d are read.".formatted(text.length(), maxLength));
        }
        try {
            Query query = QueryFactory.create(text, base, SPARQL);
            if (query.hasDatasetDescription()) {
                throw refused("FROM and FROM NAMED choose graphs that are not here; all graphs of this node are asked"
                        + " together, and GRAPH names one of them.");
            }
            if (!query.isSelectType() && !query.isAskType() && !query.isConstructType() && !query.isDescribeType()) {
                throw refused("Only SELECT, ASK, CONSTRUCT and DESCRIBE are answered.");
            }
            if (query.isConstructQuad()) {
                throw refused("CONSTRUCT makes statements here, not graphs.");
            }
            requireOwn(query);
            return query;
        } catch (QueryParseException e) {
            if (e.getLine() < 1 && String.valueOf(e.getMessage()).contains("overflow")) {
                throw refused("It is nested too deeply.");
            }
            throw isUpdate(text, base)
                    ? refused("The graph is only read here: no update changes it. What is published changes it.")
                    : malformed(e);
        } catch (StackOverflowError e) {
            throw refused("It is nested too deeply.");
        } catch (QueryException e) {
            throw new NodeProblem(ProblemType.MALFORMED_QUERY, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isUpdate(String text, String base) {
        try {
            return !UpdateFactory.create(text, base).getOperations().isEmpty();
        } catch (QueryException | StackOverflowError e) {
            return false;
        }
    }

    private static void requireOwn(Query query) {
        Foreign foreign = new Foreign();
        if (query.getQueryPattern() != null) {
            Op algebra = Algebra.compile(query);
            Walker.walk(algebra, foreign, foreign.expressions);
        }
    }

    private static NodeProblem malformed(QueryParseException e) {
        // The parser's list of all tokens that might have stood there helps nobody.
        String detail = String.valueOf(e.getMessage())
                .replaceFirst("(?s)Was expecting.*", "")
                .strip()
                .replaceAll("\\s+", " ");
        Matcher place = PLACE.matcher(detail);
        if (!place.find()) {
            return new NodeProblem(ProblemType.MALFORMED_QUERY, detail);
        }
        int line = Integer.parseInt(place.group(1));
        int column = Integer.parseInt(place.group(2));
        return new NodeProblem(
                ProblemType.MALFORMED_QUERY,
                "Line %d, column %d: %s".formatted(line, column, detail),
                Map.of("line", line, "column", column));
    }

    static NodeProblem refused(String detail) {
        return new NodeProblem(ProblemType.QUERY_REFUSED, detail);
    }

    /** Looks at each part of a query, in subqueries and EXISTS too. */
    private static final class Foreign extends OpVisitorBase {
        private final ExprVisitorBase expressions = new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionN function) {
                if (function instanceof E_Function call
                        && !call.getFunctionIRI().startsWith(CASTS)) {
                    throw refused("The function <%s> is none of SPARQL's own.".formatted(call.getFunctionIRI()));
                }
            }

            @Override
            public void visit(ExprAggregator aggregate) {
                if (aggregate.getAggregator() instanceof AggCustom) {
                    throw refused("The aggregate %s is none of SPARQL's own.".formatted(aggregate.getAggregator()));
                }
            }
        };

        /** Jena's walkers do not look into what is sorted by, and its transformations lose their way in EXISTS there. */
        @Override
        public void visit(OpOrder order) {
            order.getConditions().forEach(condition -> alone(condition.getExpression()));
        }

        @Override
        public void visit(OpGroup group) {
            for (ExprAggregator each : group.getAggregators()) {
                expressions.visit(each);
                if (each.getAggregator().getExprList() != null) {
                    each.getAggregator().getExprList().forEach(this::alone);
                }
            }
        }

        private void alone(Expr expression) {
            Walker.walk(expression, this, new ExprVisitorBase() {
                @Override
                public void visit(ExprFunctionN function) {
                    expressions.visit(function);
                }

                @Override
                public void visit(ExprFunctionOp exists) {
                    throw refused(
                            "EXISTS stands inside ORDER BY or an aggregate; bind its value to a variable before.");
                }
            });
        }

        @Override
        public void visit(OpPath path) {
            PathCheck.check(path.getTriplePath().getPath());
        }

        @Override
        public void visit(OpService service) {
            throw refused("SERVICE would ask another server; join the answers at your side.");
        }
    }
}
