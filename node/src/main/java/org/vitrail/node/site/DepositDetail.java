package org.vitrail.node.site;

import java.util.List;
import java.util.Objects;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.node.deposit.DepositContents.HeldImage;
import org.vitrail.node.findings.FindingState;
import org.vitrail.node.findings.StoredFinding;
import org.vitrail.node.ingest.ImageNames;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.ImageSet;

/**
 * A deposit with its files and the progress of its images.
 *
 * @param submittable whether the visitor may submit it now
 * @param decidable whether the visitor may accept or return it now
 */
record DepositDetail(
        DepositLine line,
        DatasetDescription description,
        List<HeldFile> files,
        List<ImageLine> images,
        FindingState findings,
        boolean submittable,
        boolean decidable) {

    /**
     * An image of the description.
     *
     * @param thumbnail its address; empty until it is converted
     * @param reason why it was refused; empty else
     */
    record ImageLine(String name, String state, String reason, String thumbnail) {}

    static DepositDetail of(
            Deposit deposit,
            List<HeldFile> files,
            List<HeldImage> images,
            FindingState findings,
            boolean submittable,
            boolean decidable) {
        return new DepositDetail(
                DepositLine.of(deposit),
                deposit.description(),
                files,
                images.stream().map(image -> line(deposit, image)).toList(),
                findings,
                submittable,
                decidable);
    }

    /** What could reveal a person, in plain words. */
    public List<FindingLine> findingLines() {
        return FindingLine.of(findings.findings());
    }

    /** Whether the findings were decided so that it may be published. */
    public boolean findingsDecided() {
        return !findings.findings().isEmpty() && !findings.undecided();
    }

    /** Whether a curator has to look at some of them. */
    public boolean needsCurator() {
        return findings.findings().stream().anyMatch(StoredFinding::needsCurator);
    }

    /** How many images are converted. */
    public long converted() {
        return images.stream()
                .filter(image -> image.state().equals("converted"))
                .count();
    }

    private static ImageLine line(Deposit deposit, HeldImage image) {
        String thumbnail =
                image.imageId() == null ? "" : "/thumbnails/" + deposit.accession() + "/" + image.imageId() + ".jpg";
        return new ImageLine(
                name(deposit.description(), image),
                image.state(),
                Objects.requireNonNullElse(image.reason(), ""),
                thumbnail);
    }

    private static String name(DatasetDescription description, HeldImage held) {
        if (held.imageSet() >= description.imageSets().size()) {
            return "Image " + (held.image() + 1);
        }
        ImageSet set = description.imageSets().get(held.imageSet());
        if (held.image() >= set.images().size()) {
            return set.name() + ", image " + (held.image() + 1);
        }
        ImageDescription image = set.images().get(held.image());
        return image.files().isEmpty() ? "Image " + (held.image() + 1) : ImageNames.published(image, held.name());
    }
}
