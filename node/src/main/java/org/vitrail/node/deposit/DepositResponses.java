package org.vitrail.node.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.vitrail.node.access.AskedLanguage;
import org.vitrail.schema.completeness.Completeness;
import org.vitrail.schema.language.Language;

/** Answers with a deposit: everything it holds, and its ETag. */
@ApplicationScoped
public class DepositResponses {
    private final DepositContents contents;
    private final AskedLanguage asked;

    DepositResponses(DepositContents contents, AskedLanguage asked) {
        this.contents = contents;
        this.asked = asked;
    }

    /** Completes a response. */
    public Response of(Response.ResponseBuilder response, Deposit deposit) {
        Language language = asked.language();
        return response.header(HttpHeaders.ETAG, EntityTag.of(deposit.revision()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(DepositView.of(
                        deposit,
                        contents.listFiles(deposit),
                        contents.listImages(deposit.id()),
                        Completeness.of(deposit.description(), language)))
                .build();
    }
}
