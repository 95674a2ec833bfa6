package org.vitrail.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;

/** The writer with and without measures of quality, one after the other in each round. */
final class QualityCost {

    private final int side;
    private final GeneratedImage image;
    private final WriteOptions options;

    QualityCost(int side, int threads) {
        this.side = side;
        this.image = new GeneratedImage(side);
        this.options = WriteOptions.defaults().withThreads(threads);
    }

    private record Round(Taken with, Taken without) {
        double added() {
            return with.processor() / without.processor() - 1;
        }
    }

    /** One round to warm up, then the others. */
    String measure(int rounds, PrintWriter progress) throws IOException, InterruptedException {
        round();
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Round round = round();
            measured.add(round);
            progress.printf(
                    Locale.ROOT,
                    "with quality %.2f s, without %.2f s, %.0f %% more%n",
                    round.with.processor(),
                    round.without.processor(),
                    100 * round.added());
            progress.flush();
        }
        return text(measured);
    }

    private Round round() throws IOException, InterruptedException {
        Taken with = Taken.by(() -> OmeZarrWriter.write(image, new ForgettingStore(), options));
        Taken without = Taken.by(() -> OmeZarrWriter.write(image, new ForgettingStore(), options.withoutQuality()));
        return new Round(with, without);
    }

    private String text(List<Round> rounds) {
        return """
                ## Measures of quality

                The same writer on the same uint16 image of %d × %d, with the measures of image quality (saturation, depth, noise, illumination;
                focus and bleaching take only what these have summed) and without. One round to warm up, medians of %d rounds.

                | | seconds | processor seconds |
                |---|---|---|
                | with measures | %.2f | %.2f |
                | without | %.2f | %.2f |

                **Quality costs %.0f %% of the conversion** by processor time (bound: 25 %%).
                """.formatted(
                        side,
                        side,
                        rounds.size(),
                        Taken.median(rounds, round -> round.with.clock()),
                        Taken.median(rounds, round -> round.with.processor()),
                        Taken.median(rounds, round -> round.without.clock()),
                        Taken.median(rounds, round -> round.without.processor()),
                        100 * Taken.median(rounds, Round::added));
    }
}
