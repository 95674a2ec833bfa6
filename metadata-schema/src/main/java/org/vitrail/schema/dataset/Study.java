package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * What the whole work was: REMBI, "Study".
 *
 * @param type kind of study, a term of EFO or in words
 * @param design what was compared with what, and how often
 * @param startDate first day of the work; null if unknown
 * @param ethicsStatement approval of work with animals or people, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Study(TermReference type, String design, LocalDate startDate, LocalDate endDate, String ethicsStatement) {
    /** First and last day with a slash between them (ISO 8601), either open as ".."; null when neither is known. */
    public String period() {
        return startDate == null && endDate == null
                ? null
                : (startDate == null ? ".." : startDate) + "/" + (endDate == null ? ".." : endDate);
    }
}
