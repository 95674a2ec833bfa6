package org.vitrail.node.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers with a deposit: everything it holds, and its ETag. */
@ApplicationScoped
public class DepositResponses {
    private final DepositContents contents;

    DepositResponses(DepositContents contents) {
        this.contents = contents;
    }

    /** Completes a response. */
    public Response of(Response.ResponseBuilder response, Deposit deposit) {
        return response.header(HttpHeaders.ETAG, EntityTag.of(deposit.revision()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(DepositView.of(deposit, contents.listFiles(deposit), contents.listImages(deposit.id())))
                .build();
    }
}
