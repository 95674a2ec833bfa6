package org.vitrail.node.site;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositContents;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.node.deposit.Deposits;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.store.ObjectStore;

/** Files of a deposit for whoever may see it: a curator has to look into what no program can judge. */
@Path("/my/deposits/{id}/files/{fileId}")
@Authenticated
@RunOnVirtualThread
public class FileDownloadResource {
    private final Deposits deposits;
    private final DepositContents contents;
    private final ObjectStore store;
    private final MyPages pages;

    FileDownloadResource(Deposits deposits, DepositContents contents, ObjectStore store, MyPages pages) {
        this.deposits = deposits;
        this.contents = contents;
        this.store = store;
        this.pages = pages;
    }

    /** The bytes as they are kept; never shown inside the site, because anything may be in them. */
    @GET
    @Operation(hidden = true)
    public Response file(String id, String fileId) {
        return pages.orProblem(() -> {
            Deposit deposit = deposits.getVisible(id);
            HeldFile file = contents.listFiles(deposit).stream()
                    .filter(held -> held.fileId().equals(fileId) && held.stored() && held.kept())
                    .findFirst()
                    .orElseThrow(() -> NodeProblem.notFound("file " + fileId));
            return Response.ok(store.open(file.objectKey()), MediaType.APPLICATION_OCTET_STREAM)
                    .header(HttpHeaders.CONTENT_LENGTH, file.sizeBytes())
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name(file))
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "sandbox")
                    .build();
        });
    }

    private static String name(HeldFile file) {
        String last = file.path().substring(file.path().lastIndexOf('/') + 1);
        return URLEncoder.encode(last, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
