package org.vitrail.node.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.problem.NodeProblem;

/** What the pages of those who are logged in have in common: never cached, problems told in a page. */
@ApplicationScoped
class MyPages {
    private final CurrentUser user;
    private final PublicAddress address;

    MyPages(CurrentUser user, PublicAddress address) {
        this.user = user;
        this.address = address;
    }

    @CheckedTemplate(basePath = "my", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Problem(Visitor visitor, String title, String detail, String remedy) implements TemplateInstance {}

    Visitor visitor() {
        return new Visitor(user.displayName(), user.isCurator());
    }

    Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("Cache-Control", "private, no-store")
                .header("Vary", "Accept-Language")
                .entity(page.render())
                .build();
    }

    /** After a form: the page is fetched, so that going back does not send the form again. */
    Response seeOther(String path) {
        return Response.seeOther(address.of(path))
                .header("Cache-Control", "no-store")
                .build();
    }

    Response orProblem(Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (NodeProblem problem) {
            return html(
                    problem.type().status(),
                    new Problem(
                            visitor(),
                            problem.type().title(),
                            problem.getMessage(),
                            problem.type().remedy()));
        }
    }
}
