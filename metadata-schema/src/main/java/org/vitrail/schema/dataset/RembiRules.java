package org.vitrail.schema.dataset;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What submission demands of study, REMBI blocks, channels and annotations, where they are given. */
final class RembiRules {
    private static final Set<Integer> AFFINE_SIZES = Set.of(6, 9, 12, 16);
    private static final Pattern RRID = Pattern.compile("RRID:[A-Za-z]+_[A-Za-z0-9:_-]+");
    private static final double SHORTEST_NANOMETER = 100;
    private static final double LONGEST_NANOMETER = 20_000;
    private static final double LARGEST_APERTURE = 2;

    private final TermRules terms;
    private final Faults faults;

    RembiRules(TermRules terms, Faults faults) {
        this.terms = terms;
        this.faults = faults;
    }

    void study(Study study) {
        if (study == null) {
            return;
        }
        terms.checkOne("study.type", study.type(), faults);
        faults.requireDate("study.startDate", study.startDate());
        faults.requireDate("study.endDate", study.endDate());
        if (study.startDate() != null
                && study.endDate() != null
                && study.endDate().isBefore(study.startDate())) {
            faults.add("study.endDate", FaultCode.STUDY_DATES_REVERSED);
        }
    }

    void imageSet(String path, ImageSet set) {
        if (set.biosample() != null) {
            biosample(path + ".biosample", set.biosample());
        }
        if (set.specimen() != null) {
            terms.checkOne(
                    path + ".specimen.signalContrastMechanism", set.specimen().signalContrastMechanism(), faults);
        }
        if (set.acquisition() != null) {
            acquisition(path + ".acquisition", set.acquisition());
        }
        if (set.correlation() != null) {
            transformation(
                    path + ".correlation.transformation", set.correlation().transformation());
        }
        for (int i = 0; i < set.analyzedData().size(); i++) {
            software(
                    path + ".analyzedData[" + i + "].software",
                    set.analyzedData().get(i).software());
        }
        for (int i = 0; i < set.images().size(); i++) {
            image(path + ".images[" + i + "]", set.images().get(i));
        }
    }

    private void biosample(String path, Biosample sample) {
        terms.checkOne(path + ".biologicalEntity", sample.biologicalEntity(), faults);
        variables(path + ".intrinsicVariables", sample.intrinsicVariables());
        variables(path + ".extrinsicVariables", sample.extrinsicVariables());
        variables(path + ".experimentalVariables", sample.experimentalVariables());
    }

    private void variables(String path, List<Variable> variables) {
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            if (Faults.blank(variable.name()) || Faults.blank(variable.value())) {
                faults.add(path + "[" + i + "]", FaultCode.VARIABLE_INCOMPLETE);
            }
            terms.checkOne(path + "[" + i + "].term", variable.term(), faults);
        }
    }

    private void acquisition(String path, Acquisition acquisition) {
        if (acquisition.instrument() != null) {
            instrument(path + ".instrument", acquisition.instrument());
        }
        positive(path + ".exposureMillisecond", acquisition.exposureMillisecond());
        if (acquisition.objective() != null) {
            Objective objective = acquisition.objective();
            positive(path + ".objective.magnification", objective.magnification());
            Double aperture = objective.numericalAperture();
            if (aperture != null && !(aperture > 0 && aperture <= LARGEST_APERTURE)) {
                faults.add(path + ".objective.numericalAperture", FaultCode.APERTURE_INVALID, aperture);
            }
        }
    }

    private void instrument(String path, Instrument instrument) {
        if (instrument.pid() != null && instrument.findPidUrl().isEmpty()) {
            faults.add(path + ".pid", FaultCode.INSTRUMENT_PID_INVALID, instrument.pid());
        }
        Facility facility = instrument.facility();
        if (facility == null) {
            return;
        }
        if (facility.ror() != null && !CheckDigits.isRor(facility.ror())) {
            faults.add(path + ".facility.ror", FaultCode.ROR_INVALID, facility.ror());
        }
        if (facility.rrid() != null && !RRID.matcher(facility.rrid()).matches()) {
            faults.add(path + ".facility.rrid", FaultCode.RRID_INVALID, facility.rrid());
        }
    }

    private void transformation(String path, List<Double> numbers) {
        if (!numbers.isEmpty() && !AFFINE_SIZES.contains(numbers.size())) {
            faults.add(path, FaultCode.TRANSFORMATION_INVALID, numbers.size());
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (!Double.isFinite(numbers.get(i))) {
                faults.add(path + "[" + i + "]", FaultCode.NUMBER_EXPECTED);
            }
        }
    }

    private void software(String path, List<Software> software) {
        for (int i = 0; i < software.size(); i++) {
            WebAddress.check(path + "[" + i + "].url", software.get(i).url(), faults);
        }
    }

    private void image(String path, ImageDescription image) {
        for (int i = 0; i < image.channels().size(); i++) {
            ChannelDescription channel = image.channels().get(i);
            String at = path + ".channels[" + i + "]";
            terms.checkOne(at + ".biologicalEntity", channel.biologicalEntity(), faults);
            wavelength(at + ".excitationNanometer", channel.excitationNanometer());
            wavelength(at + ".emissionNanometer", channel.emissionNanometer());
        }
        for (int i = 0; i < image.labels().size(); i++) {
            Annotation annotation = image.labels().get(i).annotation();
            if (annotation != null) {
                AgentRules.checkEach(path + ".labels[" + i + "].annotation.creators", annotation.creators(), faults);
            }
        }
    }

    private void wavelength(String path, Double nanometer) {
        if (nanometer != null && !(nanometer >= SHORTEST_NANOMETER && nanometer <= LONGEST_NANOMETER)) {
            faults.add(path, FaultCode.WAVELENGTH_INVALID, nanometer);
        }
    }

    private void positive(String path, Double number) {
        if (number != null && !(number > 0 && Double.isFinite(number))) {
            faults.add(path, FaultCode.NUMBER_NOT_POSITIVE, number);
        }
    }
}
