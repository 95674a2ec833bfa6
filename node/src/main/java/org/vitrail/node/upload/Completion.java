package org.vitrail.node.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrail.node.deposit.Deposits;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.store.ObjectNotFound;
import org.vitrail.store.ObjectStat;
import org.vitrail.store.ObjectStore;
import org.vitrail.store.UploadedPart;

/**
 * Makes one object of the parts and proves that it is the file that was meant.
 *
 * <p>Begins anew wherever it was interrupted: an object that is already whole is only hashed again.
 */
@ApplicationScoped
class Completion {
    private static final int BUFFER = 1 << 18;
    private final Uploads uploads;
    private final Deposits deposits;
    private final ObjectStore store;

    Completion(Uploads uploads, Deposits deposits, ObjectStore store) {
        this.uploads = uploads;
        this.deposits = deposits;
        this.store = store;
    }

    /**
     * Completes a file of a draft; costs one read of it.
     *
     * @throws NodeProblem upload-incomplete naming missing parts; digest-mismatch naming both digests, the file then removed
     */
    ReceivedFile complete(String depositId, String fileId) {
        deposits.getVisible(depositId);
        ReceivedFile file = uploads.get(depositId, fileId);
        if (file.stored()) {
            return file;
        }
        join(file);
        checkSize(file);
        String sha256 = hash(file);
        if (file.declaredSha256() != null && !file.declaredSha256().equals(sha256)) {
            uploads.forget(file);
            throw new NodeProblem(
                    ProblemType.DIGEST_MISMATCH,
                    "The file \"" + file.path() + "\" arrived with SHA-256 " + sha256 + ", announced was "
                            + file.declaredSha256() + ". What arrived was removed; upload the file again.",
                    Map.of("announced", file.declaredSha256(), "arrived", sha256));
        }
        uploads.stored(file, sha256);
        return uploads.get(depositId, fileId);
    }

    private void join(ReceivedFile file) {
        List<UploadedPart> parts;
        try {
            parts = store.listParts(file.objectKey(), file.uploadId());
        } catch (ObjectNotFound completedBefore) {
            return;
        }
        Set<Integer> arrived = parts.stream().map(UploadedPart::number).collect(Collectors.toSet());
        Set<Integer> missing = IntStream.rangeClosed(1, file.parts())
                .filter(number -> !arrived.contains(number))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            List<Integer> first = missing.stream().limit(100).toList();
            throw new NodeProblem(
                    ProblemType.UPLOAD_INCOMPLETE,
                    "Of the file \"" + file.path() + "\", " + missing.size() + " of " + file.parts()
                            + " parts have not arrived.",
                    Map.of("missing", first));
        }
        store.completeMultipart(file.objectKey(), file.uploadId(), parts);
    }

    private void checkSize(ReceivedFile file) {
        ObjectStat stat;
        try {
            stat = store.stat(file.objectKey());
        } catch (ObjectNotFound lost) {
            uploads.forget(file);
            throw new NodeProblem(
                    ProblemType.UPLOAD_INCOMPLETE,
                    "The upload of \"" + file.path() + "\" is no longer known to the store; announce the file again.");
        }
        if (stat.sizeBytes() != file.sizeBytes()) {
            uploads.forget(file);
            throw new NodeProblem(
                    ProblemType.DIGEST_MISMATCH,
                    "The file \"" + file.path() + "\" arrived with " + stat.sizeBytes() + " bytes, announced were "
                            + file.sizeBytes() + ". What arrived was removed; upload the file again.");
        }
    }

    private String hash(ReceivedFile file) {
        try (InputStream bytes = store.open(file.objectKey())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file.objectKey(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
