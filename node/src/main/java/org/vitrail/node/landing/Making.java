package org.vitrail.node.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrail.schema.dataset.Acquisition;
import org.vitrail.schema.dataset.AnalyzedData;
import org.vitrail.schema.dataset.Biosample;
import org.vitrail.schema.dataset.Correlation;
import org.vitrail.schema.dataset.Facility;
import org.vitrail.schema.dataset.Funding;
import org.vitrail.schema.dataset.Instrument;
import org.vitrail.schema.dataset.Objective;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImageSet;
import org.vitrail.schema.dataset.RecordForm;
import org.vitrail.schema.dataset.Software;
import org.vitrail.schema.dataset.Specimen;
import org.vitrail.schema.dataset.Study;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.dataset.Variable;

/** REMBI's blocks as the lines of a page; what is not told has no line. */
final class Making {
    private final List<MadeLine> lines = new ArrayList<>();

    private Making() {}

    /** How the images of a set were made. */
    static List<MadeLine> of(PublishedImageSet set) {
        Making making = new Making();
        if (set.rembi() != null) {
            making.sample(set.rembi().biosample());
            making.specimen(set.rembi().specimen());
            making.acquisition(set.rembi().acquisition());
            making.correlation(set.rembi().correlation());
            set.rembi().analyzedData().forEach(making::analysis);
        }
        return List.copyOf(making.lines);
    }

    /** What the work was and who paid for it. */
    static List<MadeLine> of(PublishedDataset dataset) {
        Making making = new Making();
        making.study(dataset.context().study());
        dataset.funding().forEach(making::funding);
        dataset.plans().forEach(plan -> making.line("Data management plan", plan, plan));
        return List.copyOf(making.lines);
    }

    private void study(Study study) {
        if (study != null) {
            line("Study", term(study.type()));
            line("Design", study.design());
            line("Imaged", study.period());
            line("Ethics", study.ethicsStatement());
        }
    }

    private void funding(Funding funding) {
        String award = joined(" ", funding.awardNumber(), funding.awardTitle());
        line(
                "Funding",
                joined(", ", funding.displayName(), award),
                funding.awardUri() == null ? funding.findFunderUrl().orElse("") : funding.awardUri());
    }

    private void sample(Biosample sample) {
        if (sample != null) {
            line("Sample", joined("; ", term(sample.biologicalEntity()), sample.description()));
            line("Of itself", variables(sample.intrinsicVariables()));
            line("Treated with", variables(sample.extrinsicVariables()));
            line("Varied", variables(sample.experimentalVariables()));
        }
    }

    private void specimen(Specimen specimen) {
        if (specimen != null) {
            line("Specimen", joined(", ", word(specimen.experimentalStatus()), specimen.locationInBiosample()));
            line("Grown", specimen.growthProtocol());
            line("Prepared", specimen.preparation());
            line("Contrast", term(specimen.signalContrastMechanism()));
        }
    }

    private void acquisition(Acquisition acquisition) {
        if (acquisition != null) {
            instrument(acquisition.instrument());
            line("Objective", objective(acquisition.objective()));
            line("Exposure", number(acquisition.exposureMillisecond(), " ms"));
            line("Protocol", acquisition.protocol());
            line("Calibrated by", acquisition.calibratedBy());
        }
    }

    private void instrument(Instrument instrument) {
        if (instrument != null) {
            line(
                    "Instrument",
                    joined(", ", instrument.inWords(), instrument.pid()),
                    instrument.findPidUrl().orElse(""));
            Facility facility = instrument.facility();
            if (facility != null) {
                String ror = Objects.requireNonNullElse(facility.ror(), "");
                line("Facility", joined(", ", facility.name(), facility.rrid()), ror.startsWith("https://") ? ror : "");
            }
        }
    }

    private void correlation(Correlation correlation) {
        if (correlation != null) {
            line(
                    "Correlated with",
                    joined(
                            "; ",
                            String.join(", ", correlation.relatedImages()),
                            correlation.alignmentMethod(),
                            correlation.fiducials()));
        }
    }

    private void analysis(AnalyzedData analysis) {
        String software = analysis.software().stream().map(Software::inWords).collect(Collectors.joining(", "));
        line("Analyzed", joined("; ", analysis.resultType(), analysis.method(), software));
    }

    private static String objective(Objective objective) {
        return objective == null
                ? null
                : joined(
                        ", ",
                        number(objective.magnification(), "×"),
                        objective.numericalAperture() == null
                                ? null
                                : "NA " + number(objective.numericalAperture(), ""),
                        word(objective.immersion()));
    }

    private static String variables(List<Variable> variables) {
        return variables.stream().map(Variable::inWords).collect(Collectors.joining("; "));
    }

    private static String term(TermReference term) {
        return term == null ? null : joined(" ", term.label(), term.id() == null ? null : "(" + term.id() + ")");
    }

    private static String word(Object constant) {
        return constant == null ? null : RecordForm.word(constant);
    }

    private static String number(Double value, String unit) {
        return value == null
                ? null
                : String.format(Locale.ENGLISH, "%.3f", value).replaceFirst("\\.?0+$", "") + unit;
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(between));
    }

    private void line(String name, String value) {
        line(name, value, "");
    }

    /** @param link kept where it leads to the web, whatever it was given as */
    private void line(String name, String value, String link) {
        if (value != null && !value.isBlank()) {
            boolean web = link.startsWith("https://") || link.startsWith("http://");
            lines.add(new MadeLine(name, value, web ? link : ""));
        }
    }
}
