package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who paid for the work and under which award; DataCite 4.5 §19 (fundingReference) has the same parts.
 *
 * @param funder name in words; null where only the identifier is known
 * @param funderId a ROR, or a DOI of Crossref's registry of funders (prefix 10.13039); bare or as URL; null if unknown
 * @param awardNumber as the funder writes it
 * @param awardUri web address of the award
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Funding(String funder, String funderId, String awardNumber, String awardTitle, String awardUri) {
    private static final Pattern FUNDER_DOI = Pattern.compile("(?:https?://(?:dx\\.)?doi\\.org/)?(10\\.13039/\\d+)");

    /** https://ror.org/…; empty when the funder's identifier is none or its check digits are wrong. */
    public Optional<String> findRorUrl() {
        return AgentLinks.findRorUrl(new Agent(null, funder, null, null, funderId));
    }

    /** The funder's bare DOI in Crossref's registry of funders; empty when its identifier is none. */
    public Optional<String> findFunderDoi() {
        Matcher doi = FUNDER_DOI.matcher(funderId == null ? "" : funderId);
        return doi.matches() ? Optional.of(doi.group(1)) : Optional.empty();
    }

    /** The funder's address by whichever identifier it has; empty when that has neither form. */
    public Optional<String> findFunderUrl() {
        return findRorUrl().or(() -> findFunderDoi().map(Doi::url));
    }

    /** The funder's name, else its identifier; null when it has neither. */
    public String displayName() {
        return funder == null || funder.isBlank() ? funderId : funder;
    }
}
