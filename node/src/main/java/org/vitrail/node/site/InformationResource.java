package org.vitrail.node.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Contact, policies, privacy, and how to deposit. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class InformationResource {
    private final SiteConfig texts;
    private final Policy policy;

    InformationResource(SiteConfig texts, Policy policy) {
        this.texts = texts;
        this.policy = policy;
    }

    /** @param paragraphs of the operator; empty where the template's own words stand */
    @CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Contact(List<String> paragraphs) implements TemplateInstance {}

    @CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Policies(List<String> paragraphs, Policy policy) implements TemplateInstance {}

    @CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Privacy(List<String> paragraphs) implements TemplateInstance {}

    @CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DepositGuide() implements TemplateInstance {}

    /** How to reach the people who run the node. */
    @GET
    @Path("contact")
    @Operation(hidden = true)
    public String contact() {
        return new Contact(paragraphs(texts.contact())).render();
    }

    /** What may be deposited and what becomes of it. */
    @GET
    @Path("policies")
    @Operation(hidden = true)
    public String policies() {
        return new Policies(paragraphs(texts.policies()), policy).render();
    }

    /** What is known of visitors and depositors. */
    @GET
    @Path("privacy")
    @Operation(hidden = true)
    public String privacy() {
        return new Privacy(paragraphs(texts.privacy())).render();
    }

    /** The steps of a deposit. */
    @GET
    @Path("deposit")
    @Operation(hidden = true)
    public String deposit() {
        return new DepositGuide().render();
    }

    private static List<String> paragraphs(Optional<String> text) {
        return text.map(whole -> Arrays.stream(whole.split("\\R\\s*\\R"))
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList())
                .orElse(List.of());
    }
}
