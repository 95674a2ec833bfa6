package org.vitrail.schema.completeness;

import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.vitrail.schema.dataset.DatasetDescription;

/** What is recommended, with its weight in points; all weights together are 100. The reasons stand in docs/completeness.md. */
enum Recommendation {
    TERMS(14, Purpose.FINDING, Words::terms),
    CHANNEL_TARGETS(14, Purpose.REUSE, Images::channelTargets),
    PIXEL_SIZES(12, Purpose.REUSE, Images::pixelSizes),
    DESCRIPTION_IN_DETAIL(10, Purpose.REUSE, Words::description),
    PUBLICATION(10, Purpose.REUSE, Words::publication),
    ORCIDS(10, Purpose.CREDIT, Creators::orcids),
    METHOD_TERMS(6, Purpose.FINDING, Words::methodTerms),
    KEYWORDS(6, Purpose.FINDING, Words::keywords),
    RORS(6, Purpose.CREDIT, Creators::rors),
    LABELS(6, Purpose.LEARNING, Images::labels),
    IMAGE_NAMES(6, Purpose.REUSE, Images::names);

    private final int weight;
    private final Purpose purpose;
    private final BiFunction<DatasetDescription, Set<ImagePlace>, Share> measure;

    Recommendation(int weight, Purpose purpose, Function<DatasetDescription, Share> measure) {
        this(weight, purpose, (description, unscaled) -> measure.apply(description));
    }

    Recommendation(int weight, Purpose purpose, BiFunction<DatasetDescription, Set<ImagePlace>, Share> measure) {
        this.weight = weight;
        this.purpose = purpose;
        this.measure = measure;
    }

    /** Most points it can give. */
    int weight() {
        return weight;
    }

    Purpose purpose() {
        return purpose;
    }

    /** The word in JSON and in the documentation; it never changes. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param unscaled images whose files say no pixel size */
    Share share(DatasetDescription description, Set<ImagePlace> unscaled) {
        return measure.apply(description, unscaled);
    }
}
