package org.vitrail.node.deposit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vitrail.node.database.Database;

/** What a deposit holds besides its description: its files, those kept from the version before, and its images so far. */
@ApplicationScoped
public class DepositContents {
    private final Database database;

    DepositContents(Database database) {
        this.database = database;
    }

    /**
     * A file of a deposit.
     *
     * @param sha256 measured; null until stored
     * @param inherited whether an earlier version uploaded it
     */
    public record HeldFile(
            String fileId,
            String path,
            long sizeBytes,
            String sha256,
            boolean stored,
            boolean inherited,
            String objectKey) {}

    /**
     * What became of one image of the description; once converted, one for each image that its files hold.
     *
     * @param imageSet index in the description, from 0; likewise image
     * @param number among the images of the same files, from 0
     * @param name what tells it from those; null where it has none
     * @param state uploading, uploaded, converting, converted or refused
     * @param reason why refused; else null
     * @param imageId null until converted
     * @param digest pixel digest; null until converted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HeldImage(
            int imageSet,
            int image,
            int number,
            String name,
            String state,
            String reason,
            String imageId,
            String digest) {
        /** Whether it can be published. */
        public boolean isConverted() {
            return "converted".equals(state);
        }

        /** Whether it can not be published as it is. */
        public boolean isRefused() {
            return "refused".equals(state);
        }
    }

    /** Files by path; a file uploaded for this deposit hides one of the same path from the version before. */
    public List<HeldFile> listFiles(Deposit deposit) {
        return database.list(
                """
                select distinct on (path) file_id, path, size_bytes, sha256, state, inherited, object_key from (
                    select file_id, path, size_bytes, sha256, state, false as inherited, object_key
                      from received_file where deposit_id = ?
                     union all
                    select f.file_id, v.path, f.size_bytes, f.sha256, f.state, true, f.object_key
                      from version_file v join received_file f using (file_id)
                     where v.accession = ? and v.version = ?) held
                order by path, inherited
                """,
                row -> new HeldFile(
                        row.text("file_id"),
                        row.text("path"),
                        row.longInteger("size_bytes"),
                        row.text("sha256"),
                        "stored".equals(row.text("state")),
                        row.flag("inherited"),
                        row.text("object_key")),
                deposit.id(),
                deposit.accession(),
                deposit.version() - 1);
    }

    /** Images in the order of the description; only those whose files have begun to arrive. */
    public List<HeldImage> listImages(String depositId) {
        return database.list(
                """
                select f.image_set_index, f.image_index, m.number, m.name, f.state, f.reason, i.image_id, i.digest
                  from fileset f left join fileset_image m on m.fileset_id = f.id and f.state = 'converted'
                  left join image i on i.image_id = m.image_id
                 where f.deposit_id = ? order by f.image_set_index, f.image_index, m.number
                """,
                row -> new HeldImage(
                        row.integer("image_set_index"),
                        row.integer("image_index"),
                        row.integer("number"),
                        row.text("name"),
                        row.text("state"),
                        row.text("reason"),
                        row.text("image_id"),
                        row.text("digest")),
                depositId);
    }
}
