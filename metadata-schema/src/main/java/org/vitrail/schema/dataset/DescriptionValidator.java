package org.vitrail.schema.dataset;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Says what submission still demands of a description: all faults, not the first only, each with path and remedy.
 * Thread-safe when the predicate is. Contracts §2 and §3.
 *
 * <p>Paths of files must be relative; whether {@code ..} leads out of a deposit is for the caller to judge, since a
 * dataset.yaml on disk may point to its neighbors.
 */
public final class DescriptionValidator {
    private static final int TITLE_MIN = 5;
    private static final int TITLE_MAX = 300;
    private static final int DESCRIPTION_MIN = 50;
    private static final int DESCRIPTION_MAX = 50_000;
    private static final int MOST_KEYWORDS = 200;
    private static final int KEYWORD_MAX = 200;

    private final TermRules terms;
    private final Set<String> licenses;

    /**
     * @param knownTerm whether a CURIE names a term
     * @param licenses accepted besides the default ones, by identifier; may be empty
     */
    public DescriptionValidator(Predicate<String> knownTerm, Set<String> licenses) {
        this.terms = new TermRules(knownTerm);
        Set<String> accepted = new TreeSet<>(LicenseInfo.acceptedByDefault());
        accepted.addAll(licenses);
        this.licenses = Collections.unmodifiableSet(accepted);
    }

    /** Everything that keeps this description from being submitted; empty when nothing does. */
    public List<Fault> validate(DatasetDescription d) {
        Faults faults = new Faults();
        texts(d, faults);
        AgentRules.check(d.creators(), faults);
        license("license", d.license(), faults);
        terms.checkDataset(d, faults);
        PublicationRules.check(d.publications(), faults);
        ContextRules.check(d, faults);
        embargo(d, faults);
        new RembiRules(terms, faults).study(d.study());
        imageSets(d, faults);
        return faults.all();
    }

    private static void texts(DatasetDescription d, Faults faults) {
        int title = Faults.length(d.title());
        if (title == 0) {
            faults.add("title", FaultCode.TITLE_MISSING);
        } else if (title < TITLE_MIN || title > TITLE_MAX) {
            faults.add("title", FaultCode.TITLE_LENGTH, title);
        }
        int description = Faults.length(d.description());
        if (description == 0) {
            faults.add("description", FaultCode.DESCRIPTION_MISSING);
        } else if (description < DESCRIPTION_MIN) {
            faults.add("description", FaultCode.DESCRIPTION_SHORT, description);
        } else if (description > DESCRIPTION_MAX) {
            faults.add("description", FaultCode.DESCRIPTION_LONG, description);
        }
        keywords(d, faults);
    }

    private static void keywords(DatasetDescription d, Faults faults) {
        if (d.keywords().size() > MOST_KEYWORDS) {
            faults.add("keywords", FaultCode.KEYWORDS_TOO_MANY, d.keywords().size(), MOST_KEYWORDS);
            return;
        }
        for (int i = 0; i < d.keywords().size(); i++) {
            if (d.keywords().get(i).isBlank()) {
                faults.add("keywords[" + i + "]", FaultCode.KEYWORD_EMPTY);
            } else if (Faults.length(d.keywords().get(i)) > KEYWORD_MAX) {
                faults.add("keywords[" + i + "]", FaultCode.KEYWORD_LONG);
            }
        }
    }

    private void license(String path, String license, Faults faults) {
        String accepted = String.join(", ", licenses);
        if (Faults.blank(license)) {
            faults.add(path, FaultCode.LICENSE_MISSING, accepted);
        } else if (!licenses.contains(license)) {
            faults.add(path, FaultCode.LICENSE_NOT_ACCEPTED, license, accepted);
        }
    }

    private void annotationLicenses(String path, ImageSet set, Faults faults) {
        for (int i = 0; i < set.images().size(); i++) {
            List<LabelDescription> labels = set.images().get(i).labels();
            for (int j = 0; j < labels.size(); j++) {
                Annotation annotation = labels.get(j).annotation();
                if (annotation != null && annotation.license() != null) {
                    String at = path + ".images[" + i + "].labels[" + j + "].annotation.license";
                    license(at, annotation.license(), faults);
                }
            }
        }
    }

    private static void embargo(DatasetDescription d, Faults faults) {
        faults.requireDate("embargoUntil", d.embargoUntil());
        boolean embargoed = d.access() == Access.EMBARGOED;
        if (embargoed && d.embargoUntil() == null) {
            faults.add("embargoUntil", FaultCode.EMBARGO_WITHOUT_DATE);
        } else if (!embargoed && d.embargoUntil() != null) {
            faults.add("embargoUntil", FaultCode.EMBARGO_DATE_UNUSED);
        }
    }

    private void imageSets(DatasetDescription d, Faults faults) {
        if (d.imageSets().isEmpty()) {
            faults.add("imageSets", FaultCode.IMAGE_SETS_MISSING);
        }
        ImageRules images = new ImageRules(faults);
        for (int i = 0; i < d.imageSets().size(); i++) {
            ImageSet set = d.imageSets().get(i);
            String path = "imageSets[" + i + "]";
            if (set.license() != null) {
                license(path + ".license", set.license(), faults);
            }
            terms.checkImageSet(path, set, faults);
            images.checkImageSet(path, set);
            new RembiRules(terms, faults).imageSet(path, set);
            annotationLicenses(path, set, faults);
        }
    }
}
