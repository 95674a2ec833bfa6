package org.vitrail.node.rdf;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.query.Query;
import org.vitrail.node.problem.NodeProblem;

/** The endpoint for people: a form, examples, and the answer as a table. Works without scripts. */
final class SparqlPage {
    private static final int MOST_ROWS = 500;

    private final QueryRunner runner;
    private final SparqlConfig config;
    private final String base;

    SparqlPage(QueryRunner runner, SparqlConfig config, String base) {
        this.runner = runner;
        this.config = config;
        this.base = base;
    }

    /** Another form of the answer. */
    record Download(String name, String href) {}

    /**
     * @param query in the form
     * @param result null where there is none
     * @param fault why there is none, empty where nothing went wrong
     * @param remedy what to do about it
     */
    @CheckedTemplate(basePath = "rdf", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Sparql(
            String query,
            int lines,
            List<Example> examples,
            ResultTable result,
            List<Download> downloads,
            String fault,
            String remedy)
            implements TemplateInstance {}

    Response.ResponseBuilder show(SparqlRequest request, QueryRunner.Client client) {
        if (request.query() == null) {
            return page(200, Example.list().getFirst().query(), null, List.of(), "", "");
        }
        try {
            Query query = QueryCheck.read(request.query(), base, config.maxQueryLength());
            Answer.Bounds bounds = new Answer.Bounds(
                    Math.min(MOST_ROWS, config.maxRows()), config.maxBytes().asLongValue() / 10);
            ResultTable result = runner.run(query, client, execution -> ResultTable.of(execution, bounds));
            List<Download> downloads = ResultFormat.of(query).stream()
                    .map(format -> download(format, request.query()))
                    .toList();
            return page(200, request.query(), result, downloads, "", "");
        } catch (NodeProblem problem) {
            return page(
                    problem.type().status(),
                    request.query(),
                    null,
                    List.of(),
                    problem.getMessage(),
                    problem.type().remedy());
        }
    }

    private static Download download(ResultFormat format, String query) {
        return new Download(
                format.title(),
                "/sparql?format=" + format.word() + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static Response.ResponseBuilder page(
            int status, String query, ResultTable result, List<Download> downloads, String fault, String remedy) {
        int lines = (int) Math.clamp(query.lines().count() + 1, 8, 24);
        String html = new Sparql(query, lines, Example.list(), result, downloads, fault, remedy).render();
        return Response.status(status)
                .entity(html)
                .type("text/html;charset=UTF-8")
                .header("Cache-Control", "no-cache");
    }
}
