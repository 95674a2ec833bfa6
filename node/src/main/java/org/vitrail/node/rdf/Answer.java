package org.vitrail.node.rdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;

/**
 * A whole answer as written, at most so long as the node allows: an answer that is cut off is well-formed, and says so.
 *
 * @param rows rows or statements that it holds; 1 for ASK
 * @param cut what ended it early, as {@code rows} or {@code bytes}; empty when it is whole
 */
record Answer(byte[] body, int rows, String cut) {
    private static final Pattern ILLEGAL = Pattern.compile(
            "&#x0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]|[dD][89a-fA-F]..|[fF]{3}[eEfF]);|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\uFFFE\uFFFF]");

    /** Bounds of an answer. */
    record Bounds(int rows, long bytes) {}

    static Answer of(QueryExec execution, ResultFormat format, Bounds bounds) {
        Query query = execution.getQuery();
        Output output = new Output(bounds.bytes());
        if (query.isAskType()) {
            ResultsWriter.create().lang(format.language()).build().write(output, execution.ask());
            return new Answer(output.toByteArray(), 1, "");
        }
        if (query.isSelectType()) {
            Cut rows = new Cut(execution.select(), output, bounds);
            ResultsWriter.create().lang(format.language()).build().write(output, rows);
            requireLegal(output, format);
            return new Answer(output.toByteArray(), (int) rows.getRowNumber(), rows.cut);
        }
        return statements(execution, format, bounds, output);
    }

    /** Jena writes characters that XML 1.0 cannot carry as references, which no parser takes. */
    private static void requireLegal(Output output, ResultFormat format) {
        if (format.contentType().contains("xml")
                && ILLEGAL.matcher(output.toString(StandardCharsets.UTF_8)).find()) {
            throw new NodeProblem(
                    ProblemType.QUERY_FAILED,
                    "The answer has a character that XML cannot carry; ask for JSON, CSV or TSV.");
        }
    }

    private static Answer statements(QueryExec execution, ResultFormat format, Bounds bounds, Output output) {
        Iterator<Triple> triples =
                execution.getQuery().isConstructType() ? execution.constructTriples() : execution.describeTriples();
        Graph graph = GraphFactory.createDefaultGraph();
        while (triples.hasNext() && graph.size() < bounds.rows()) {
            graph.add(triples.next());
        }
        String cut = triples.hasNext() ? "rows" : "";
        graph.getPrefixMapping().setNsPrefixes(Words.PREFIXES);
        RDFWriter.source(graph).lang(format.language()).output(output);
        return new Answer(output.toByteArray(), graph.size(), cut);
    }

    /** Bytes in memory; a single row that is larger than the whole may be is refused. */
    private static final class Output extends ByteArrayOutputStream {
        private final long most;

        Output(long most) {
            this.most = most;
        }

        @Override
        public synchronized void write(int b) {
            requireRoom(1);
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            requireRoom(length);
            super.write(bytes, offset, length);
        }

        private void requireRoom(int more) {
            if (size() + (long) more > 2 * most) {
                throw new CostlyQuery("The answer is larger than %d bytes.".formatted(most));
            }
        }
    }

    /** Rows until one of the bounds is reached. */
    private static final class Cut implements RowSet {
        private final RowSet rows;
        private final Output output;
        private final Bounds bounds;
        private long number;
        private String cut = "";

        Cut(RowSet rows, Output output, Bounds bounds) {
            this.rows = rows;
            this.output = output;
            this.bounds = bounds;
        }

        @Override
        public boolean hasNext() {
            if (!rows.hasNext()) {
                return false;
            }
            if (number >= bounds.rows()) {
                cut = "rows";
            } else if (output.size() > bounds.bytes()) {
                cut = "bytes";
            }
            return cut.isEmpty();
        }

        @Override
        public Binding next() {
            number++;
            return rows.next();
        }

        @Override
        public List<Var> getResultVars() {
            return rows.getResultVars();
        }

        @Override
        public long getRowNumber() {
            return number;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
