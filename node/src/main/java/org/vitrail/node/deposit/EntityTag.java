package org.vitrail.node.deposit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;

/** The strong ETag of a revision. RFC 9110 §8.8.3 and §13.1.1. */
final class EntityTag {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private EntityTag() {}

    static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * The revision that a caller read.
     *
     * @throws NodeProblem precondition-required without a header, edited-meanwhile for a tag that was never given
     */
    static long revision(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new NodeProblem(
                    ProblemType.PRECONDITION_REQUIRED,
                    "A change needs the ETag of the deposit that it is based on, in the header If-Match.");
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new NodeProblem(ProblemType.EDITED_MEANWHILE, "No revision of this deposit has the ETag " + ifMatch);
        }
        return Long.parseLong(tag.group(1));
    }
}
