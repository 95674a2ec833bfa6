package org.vitrail.node.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.vitrail.node.access.AskedLanguage;
import org.vitrail.node.database.DatabaseFailed;
import org.vitrail.schema.dataset.UnreadableDescription;
import org.vitrail.store.ObjectStoreException;

/** Turns what is thrown below {@code /api} into problem details; internals are logged, never sent. */
class ProblemMappers {
    private final ProblemResponses responses;
    private final AskedLanguage asked;

    ProblemMappers(ProblemResponses responses, AskedLanguage asked) {
        this.responses = responses;
        this.asked = asked;
    }

    @ServerExceptionMapper
    Response problem(NodeProblem problem) {
        return responses
                .of(problem.type(), problem.getMessage(), problem.members())
                .build();
    }

    @ServerExceptionMapper
    Response faulty(FaultyDescription problem) {
        return responses.of(problem, asked.language()).build();
    }

    @ServerExceptionMapper
    Response unreadable(UnreadableDescription problem) {
        return faulty(FaultyDescription.unreadable(problem.faults()));
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER)
    Response notLoggedIn(UnauthorizedException problem) {
        return unauthenticated("This needs a log-in.");
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER)
    Response badToken(AuthenticationFailedException problem) {
        return unauthenticated("The token is not valid here: expired, forged, or issued for something else.");
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER)
    Response wrongRole(ForbiddenException problem) {
        return responses
                .of(ProblemType.FORBIDDEN, "Your account lacks the role that this needs.", Map.of())
                .build();
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER)
    Response unfittingJson(MismatchedInputException problem) {
        String path = problem.getPathReference().replaceAll("[\\w.$]*\\.([A-Za-z]+\\[)", "$1");
        String detail = "The JSON does not fit at " + path + ".";
        return responses.of(ProblemType.INVALID_REQUEST, detail, Map.of()).build();
    }

    @ServerExceptionMapper
    Response storage(ObjectStoreException problem) {
        Log.warnf("Object store: %s", problem.getMessage());
        return responses
                .of(ProblemType.STORE_UNAVAILABLE, "The node's object store did not do its part.", Map.of())
                .header(HttpHeaders.RETRY_AFTER, "30")
                .build();
    }

    @ServerExceptionMapper
    Response database(DatabaseFailed problem) {
        if (!problem.isUnfitText()) {
            return unexpected(problem);
        }
        String detail = "A text of the request holds the control character U+0000.";
        return responses.of(ProblemType.INVALID_REQUEST, detail, Map.of()).build();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException problem, UriInfo uri) {
        Response original = problem.getResponse();
        int status = original.getStatus();
        if (!uri.getPath().startsWith("/api/") || status < 400 || original.hasEntity()) {
            return original;
        }
        ProblemType type = ProblemType.ofStatus(status);
        return responses.of(type, type.title() + ".", Map.of()).status(status).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable problem) {
        String reference = UUID.randomUUID().toString();
        Log.errorf(problem, "Unexpected error %s", reference);
        return responses
                .of(ProblemType.UNEXPECTED, "The node could not answer.", Map.of("reference", reference))
                .build();
    }

    private Response unauthenticated(String detail) {
        return responses
                .of(ProblemType.UNAUTHENTICATED, detail, Map.of())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
