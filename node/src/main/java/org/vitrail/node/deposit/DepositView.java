package org.vitrail.node.deposit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.node.deposit.DepositContents.HeldImage;
import org.vitrail.schema.completeness.Completeness;
import org.vitrail.schema.dataset.DatasetDescription;

/**
 * A deposit as the API shows it.
 *
 * @param returnReason why it came back; absent if it did not
 * @param images what became of each image so far; absent in lists, like files, description and completeness
 * @param plan what became of the plan that the draft was just begun from; absent else
 * @param completeness how much of what is recommended the description has, in the language asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DepositView(
        String id,
        String accession,
        int version,
        DepositState state,
        String returnReason,
        String owner,
        String title,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        Instant submittedAt,
        DatasetDescription description,
        List<FileView> files,
        List<HeldImage> images,
        Completeness completeness,
        TakenPlan plan) {

    /** A file as the API shows it. @param kept false when it was published without being kept, because it reveals persons */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FileView(String fileId, String path, long sizeBytes, String sha256, boolean stored, boolean kept) {
        static FileView of(HeldFile file) {
            return new FileView(
                    file.fileId(), file.path(), file.sizeBytes(), file.sha256(), file.stored(), file.kept());
        }
    }

    static DepositView of(
            Deposit deposit, List<HeldFile> files, List<HeldImage> images, Completeness completeness, TakenPlan plan) {
        return new DepositView(
                deposit.id(),
                deposit.accession(),
                deposit.version(),
                deposit.state(),
                deposit.returnReason(),
                deposit.ownerName(),
                deposit.description().title(),
                deposit.revision(),
                deposit.createdAt(),
                deposit.updatedAt(),
                deposit.submittedAt(),
                deposit.description(),
                files.stream().map(FileView::of).toList(),
                images,
                completeness,
                plan);
    }

    static DepositView brief(Deposit deposit) {
        return new DepositView(
                deposit.id(),
                deposit.accession(),
                deposit.version(),
                deposit.state(),
                deposit.returnReason(),
                deposit.ownerName(),
                deposit.description().title(),
                deposit.revision(),
                deposit.createdAt(),
                deposit.updatedAt(),
                deposit.submittedAt(),
                null,
                null,
                null,
                null,
                null);
    }
}
