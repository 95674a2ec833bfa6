package org.vitrail.node.rdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/**
 * An answer for people.
 *
 * @param text of a graph, in Turtle; empty for rows
 * @param cut whether there is more
 */
record ResultTable(List<String> columns, List<List<Cell>> rows, String text, boolean cut) {
    private static final int LONGEST = 1_000;

    /** A value. @param href empty unless it is a web address; language empty where none is said */
    record Cell(String text, String href, String language, boolean number) {
        static Cell of(Node node) {
            if (node == null) {
                return new Cell("", "", "", false);
            }
            if (node.isURI()) {
                boolean web =
                        node.getURI().startsWith("https://") || node.getURI().startsWith("http://");
                return new Cell(shortened(node.getURI()), web ? node.getURI() : "", "", false);
            }
            if (node.isLiteral()) {
                boolean number = node.getLiteralValue() instanceof Number;
                return new Cell(shortened(node.getLiteralLexicalForm()), "", node.getLiteralLanguage(), number);
            }
            return new Cell(node.isBlank() ? "(unnamed)" : shortened(node.toString()), "", "", false);
        }

        private static String shortened(String text) {
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        }
    }

    ResultTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Takes rows, the truth, or a graph of the answer. */
    static ResultTable of(QueryExec execution, Answer.Bounds bounds) {
        if (execution.getQuery().isAskType()) {
            Cell truth = new Cell(execution.ask() ? "yes" : "no", "", "", false);
            return new ResultTable(List.of("answer"), List.of(List.of(truth)), "", false);
        }
        if (execution.getQuery().isSelectType()) {
            return of(execution.select(), bounds.rows());
        }
        Answer turtle = Answer.of(execution, ResultFormat.TURTLE, bounds);
        return new ResultTable(
                List.of(),
                List.of(),
                new String(turtle.body(), StandardCharsets.UTF_8),
                !turtle.cut().isEmpty());
    }

    private static ResultTable of(RowSet answer, int most) {
        List<Var> variables = answer.getResultVars();
        List<List<Cell>> rows = new ArrayList<>();
        while (rows.size() < most && answer.hasNext()) {
            Binding row = answer.next();
            rows.add(variables.stream()
                    .map(variable -> Cell.of(row.get(variable)))
                    .toList());
        }
        return new ResultTable(variables.stream().map(Var::getVarName).toList(), rows, "", answer.hasNext());
    }
}
