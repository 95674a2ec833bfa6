package org.vitrail.node.problem;

import java.util.Map;

/** A refusal that the caller can act on. The message says what, which and where; it is shown to the caller. */
public class NodeProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, Object> members;
    private final ProblemType type;

    /** A refusal with nothing but words. */
    public NodeProblem(ProblemType type, String detail) {
        this(type, detail, Map.of());
    }

    /** @param members further members of the problem, as {@code faults}; values that become JSON */
    public NodeProblem(ProblemType type, String detail, Map<String, Object> members) {
        super(detail);
        this.type = type;
        this.members = Map.copyOf(members);
    }

    /** Kind of refusal. */
    public ProblemType type() {
        return type;
    }

    /** Further members of the problem. */
    public Map<String, Object> members() {
        return members;
    }

    /** The usual answer to an address that leads nowhere, or to what is not the caller's. */
    public static NodeProblem notFound(String what) {
        return new NodeProblem(ProblemType.NOT_FOUND, "There is no " + what + " here that you may see.");
    }

    /** The answer to a step that the life of a deposit or data set does not allow now. */
    public static NodeProblem wrongState(String detail) {
        return new NodeProblem(ProblemType.WRONG_STATE, detail);
    }

    /** The answer to a request that lacks something or holds nonsense. */
    public static NodeProblem invalidRequest(String detail) {
        return new NodeProblem(ProblemType.INVALID_REQUEST, detail);
    }
}
