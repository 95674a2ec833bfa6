package org.vitrail.node.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrail.node.database.Database;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositChanged;
import org.vitrail.node.deposit.DepositConfig;
import org.vitrail.node.deposit.Deposits;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.schema.dataset.Accession;
import org.vitrail.store.ObjectNotFound;
import org.vitrail.store.ObjectStore;
import org.vitrail.store.UploadedPart;

/** Takes files of drafts; every step may be repeated after a broken connection. */
@ApplicationScoped
class Uploads {
    private static final int MOST_PARTS = 10_000;
    private static final long MEBIBYTE = 1 << 20;

    private final Database database;
    private final Deposits deposits;
    private final ReceivedFileStore files;
    private final ObjectStore store;
    private final UploadConfig config;
    private final DepositConfig limits;
    private final Event<DepositChanged> changed;
    private final SecureRandom random;

    Uploads(
            Database database,
            Deposits deposits,
            ReceivedFileStore files,
            ObjectStore store,
            UploadConfig config,
            DepositConfig limits,
            Event<DepositChanged> changed,
            SecureRandom random) {
        this.database = database;
        this.deposits = deposits;
        this.files = files;
        this.store = store;
        this.config = config;
        this.limits = limits;
        this.changed = changed;
        this.random = random;
    }

    /** Announces a file, or finds the same one again; another file of the same path is replaced. */
    ReceivedFile announce(String depositId, FileAnnouncement announced) {
        String path = FileName.checked(announced.path());
        checkSize(path, announced.sizeBytes());
        String sha256 = checkedSha256(announced.sha256());
        return database.inTransaction(() -> {
            Deposit deposit = deposits.getEditable(depositId);
            Optional<ReceivedFile> known = files.findByPath(depositId, path);
            if (known.isPresent() && isSame(known.get(), announced.sizeBytes(), sha256)) {
                return known.get();
            }
            known.ifPresent(this::forget);
            return begin(deposit, path, announced.sizeBytes(), sha256);
        });
    }

    private ReceivedFile begin(Deposit deposit, String path, long sizeBytes, String sha256) {
        String fileId = Accession.mint(random);
        String key = deposit.accession() + "/files/" + fileId + "/" + FileName.lastSegment(path);
        String uploadId = store.createMultipart(key, "application/octet-stream");
        ReceivedFile file = new ReceivedFile(
                fileId,
                deposit.accession(),
                deposit.id(),
                path,
                sizeBytes,
                sha256,
                null,
                key,
                uploadId,
                partSize(sizeBytes),
                false);
        files.insert(file);
        return file;
    }

    /** A file of a deposit that the current user may see. */
    ReceivedFile get(String depositId, String fileId) {
        deposits.getVisible(depositId);
        return files.find(depositId, fileId).orElseThrow(() -> NodeProblem.notFound("file " + fileId));
    }

    /** What has arrived; every part once the file is stored. */
    List<UploadedPart> listParts(ReceivedFile file) {
        if (file.stored()) {
            return List.of();
        }
        try {
            return store.listParts(file.objectKey(), file.uploadId());
        } catch (ObjectNotFound completedBefore) {
            return List.of();
        }
    }

    /** Takes a file out of a draft. */
    void remove(String depositId, String fileId) {
        database.inTransaction(() -> {
            deposits.getEditable(depositId);
            forget(files.find(depositId, fileId).orElseThrow(() -> NodeProblem.notFound("file " + fileId)));
            changed.fire(new DepositChanged(depositId, false));
        });
    }

    /** Marks a file stored, if it is still there, and lets the conversion begin. */
    void stored(ReceivedFile file, String sha256) {
        database.inTransaction(() -> {
            deposits.getEditable(file.depositId());
            files.markStored(file.fileId(), sha256);
            changed.fire(new DepositChanged(file.depositId(), false));
        });
    }

    /** Removes what arrived of a file, so that it can be announced again. */
    void forget(ReceivedFile file) {
        files.delete(file.fileId());
        if (!file.stored()) {
            try {
                store.abortMultipart(file.objectKey(), file.uploadId());
            } catch (ObjectNotFound completedBefore) {
                // the object itself is deleted below
            }
        }
        store.delete(file.objectKey());
    }

    private long partSize(long sizeBytes) {
        long least = (sizeBytes + MOST_PARTS - 1) / MOST_PARTS;
        long rounded = (least + MEBIBYTE - 1) / MEBIBYTE * MEBIBYTE;
        return Math.max(config.partSize().asLongValue(), rounded);
    }

    private void checkSize(String path, long sizeBytes) {
        if (sizeBytes == 0) {
            throw new NodeProblem(
                    ProblemType.EMPTY_FILE,
                    "The file \"" + path
                            + "\" is empty (0 bytes). It was probably cut off while it was copied or exported;"
                            + " look at the original and upload the complete file.");
        }
        if (sizeBytes < 0 || sizeBytes > limits.maxFileBytes()) {
            throw NodeProblem.invalidRequest(
                    "sizeBytes must be between 1 and " + limits.maxFileBytes() + ", not " + sizeBytes + ".");
        }
    }

    private static String checkedSha256(String sha256) {
        if (sha256 == null) {
            return null;
        }
        String lower = sha256.toLowerCase(Locale.ROOT);
        if (!lower.matches("[0-9a-f]{64}")) {
            throw NodeProblem.invalidRequest("sha256 must be 64 hexadecimal digits.");
        }
        return lower;
    }

    private static boolean isSame(ReceivedFile known, long sizeBytes, String sha256) {
        String hash = known.stored() ? known.sha256() : known.declaredSha256();
        return known.sizeBytes() == sizeBytes
                && (known.stored() ? sha256 != null : true)
                && (sha256 == null || sha256.equals(hash));
    }
}
