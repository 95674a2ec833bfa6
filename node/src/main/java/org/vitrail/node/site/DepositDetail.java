package org.vitrail.node.site;

import java.util.List;
import java.util.Objects;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.node.deposit.DepositContents.HeldImage;
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
            Deposit deposit, List<HeldFile> files, List<HeldImage> images, boolean submittable, boolean decidable) {
        return new DepositDetail(
                DepositLine.of(deposit),
                deposit.description(),
                files,
                images.stream().map(image -> line(deposit, image)).toList(),
                submittable,
                decidable);
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
        if (image.name() != null) {
            return image.name();
        }
        return image.files().isEmpty()
                ? "Image " + (held.image() + 1)
                : image.files().getFirst();
    }
}
