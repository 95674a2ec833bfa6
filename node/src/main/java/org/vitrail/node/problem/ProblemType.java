package org.vitrail.node.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of refusal, with its HTTP status and what to do about it. The name is the last part of the type URI. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request cannot be understood", "Correct the request as the detail says."),
    MALFORMED_QUERY(400, "The query is not SPARQL", "Mend the query at the line and column that the detail names."),
    QUERY_REFUSED(400, "The query asks for what is not done here", "Leave out what the detail names."),
    UNREADABLE_DESCRIPTION(
            400,
            "The description cannot be read",
            "Correct the line or field that the detail names and send it again."),
    UNAUTHENTICATED(401, "Log-in needed", "Send a valid bearer token that was issued for this node."),
    FORBIDDEN(403, "Not your role", "Ask the node's administrator for the role that the operation needs."),
    NOT_FOUND(404, "Not found", "Check the address; what is not yours looks the same as what does not exist."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "Use a method that the API description lists."),
    NOT_ACCEPTABLE(406, "No such format", "Ask for a format that the API description lists."),
    WRONG_STATE(409, "Not possible in this state", "Look at the state and do what it allows."),
    UPLOAD_INCOMPLETE(409, "Parts of the file are missing", "Send the missing parts, then complete again."),
    CONVERSION_RUNNING(409, "Images are still being converted", "Wait until all images are converted, then try again."),
    FINDINGS_UNDECIDED(
            409,
            "Findings that could reveal a person are undecided",
            "A curator reads the deposit's findings and decides about them, then accepts."),
    WITHDRAWN(410, "Withdrawn", "The tombstone on the landing page gives the reason."),
    EDITED_MEANWHILE(412, "Edited meanwhile", "Read it again, put your change into it, send it with the new ETag."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "Send application/json."),
    INVALID_DESCRIPTION(422, "The description is not complete", "Mend each fault of the list, then submit again."),
    INVALID_FILE_NAME(422, "File name not accepted", "Use a relative path of plain names."),
    EMPTY_FILE(422, "The file is empty", "Upload the complete file."),
    DIGEST_MISMATCH(422, "The file arrived damaged", "Upload the file again."),
    QUERY_TOO_COSTLY(
            422,
            "The query costs too much",
            "Ask for less: bind more of the pattern, avoid products of patterns that share no variable, add LIMIT."),
    QUERY_FAILED(
            422,
            "The query has no answer in this form",
            "Mend the expression that the detail names, or ask for another format."),
    PRECONDITION_REQUIRED(428, "If-Match needed", "Send the ETag that you read, in If-Match."),
    UNEXPECTED(500, "Unexpected error", "Try again later; if it stays, tell the node's operator the reference."),
    GRAPH_UNAVAILABLE(503, "The graph cannot be asked now", "Try again after the time in Retry-After."),
    STORE_UNAVAILABLE(503, "Storage does not answer", "Try again in a minute; nothing was lost.");

    private final int status;
    private final String title;
    private final String remedy;

    ProblemType(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The same for every occurrence. */
    public String title() {
        return title;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }

    /** Last part of the type URI, as {@code not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ProblemType> findBySlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The general type of a status that a framework chose. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            default -> status < 500 ? INVALID_REQUEST : UNEXPECTED;
        };
    }
}
