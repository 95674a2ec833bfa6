package org.vitrail.cli.harvest;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.vitrail.harvest.protocol.HarvestedRecord;
import org.vitrail.harvest.report.FailedRecord;
import org.vitrail.harvest.run.Checkpoint;
import org.vitrail.harvest.run.RecordSink;

/** Writes records into the file, if there is one, and says now and then how far the harvest has come. */
final class FileSink implements RecordSink {

    private final Optional<JsonLines> lines;
    private final PrintWriter progress;
    private final int everyPages;

    FileSink(Optional<JsonLines> lines, PrintWriter progress, int everyPages) {
        this.lines = lines;
        this.progress = progress;
        this.everyPages = everyPages;
    }

    @Override
    public void accept(HarvestedRecord harvested) {
        lines.ifPresent(out -> out.write(harvested));
    }

    @Override
    public List<FailedRecord> endPage(Checkpoint checkpoint) {
        lines.ifPresent(JsonLines::flush);
        if (everyPages > 0 && checkpoint.pages() % everyPages == 0) {
            String of = checkpoint.completeListSize().map(size -> " of " + size).orElse("");
            progress.printf("page %d: %d%s records%n", checkpoint.pages(), checkpoint.records(), of);
            progress.flush();
        }
        return List.of();
    }
}
