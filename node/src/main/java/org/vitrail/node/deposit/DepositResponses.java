package org.vitrail.node.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.vitrail.node.access.AskedLanguage;
import org.vitrail.schema.completeness.Completeness;
import org.vitrail.schema.language.Language;
import org.vitrail.schema.madmp.PlannedDataset;

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
        return of(response, deposit, null);
    }

    /** Likewise, and tells what became of a plan. @param planned null where the draft was not begun from one */
    Response of(Response.ResponseBuilder response, Deposit deposit, PlannedDataset planned) {
        Language language = asked.language();
        return response.header(HttpHeaders.ETAG, EntityTag.of(deposit.revision()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(DepositView.of(
                        deposit,
                        contents.listFiles(deposit),
                        contents.listImages(deposit.id()),
                        Completeness.of(deposit.description(), contents.listUnscaled(deposit.id()), language),
                        planned == null ? null : TakenPlan.of(planned, language)))
                .build();
    }
}
