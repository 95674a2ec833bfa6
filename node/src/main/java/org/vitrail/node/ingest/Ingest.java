package org.vitrail.node.ingest;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrail.node.database.AuditLog;
import org.vitrail.node.database.Database;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositContents;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.node.deposit.DepositStore;
import org.vitrail.node.findings.Findings;
import org.vitrail.omezarr.StoredObject;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.ImageSet;
import org.vitrail.store.ObjectStore;

/** One attempt at one fileset, from claim to result; may be interrupted anywhere and begun again. */
@ApplicationScoped
class Ingest {
    private final Database database;
    private final DepositStore deposits;
    private final DepositContents contents;
    private final FilesetStore filesets;
    private final FilesetImages members;
    private final ImageStore images;
    private final Conversion conversion;
    private final Findings findings;
    private final ObjectStore store;
    private final AuditLog audit;

    Ingest(
            Database database,
            DepositStore deposits,
            DepositContents contents,
            FilesetStore filesets,
            FilesetImages members,
            ImageStore images,
            Conversion conversion,
            Findings findings,
            ObjectStore store,
            AuditLog audit) {
        this.database = database;
        this.deposits = deposits;
        this.contents = contents;
        this.filesets = filesets;
        this.members = members;
        this.images = images;
        this.conversion = conversion;
        this.findings = findings;
        this.store = store;
        this.audit = audit;
    }

    /** Takes a fileset; empty when another input has replaced this one or it is done already. */
    Optional<Fileset> claim(String filesetId, String inputDigest) {
        return filesets.claim(filesetId, inputDigest);
    }

    /** Gives back what was claimed, for another attempt after a failure. */
    void giveBack(Fileset claimed) {
        filesets.giveBack(claimed);
    }

    /** Converts what was claimed and notes the images, unless the deposit changed or another attempt took over meanwhile. */
    void convert(Fileset claimed) {
        Instant began = Instant.now();
        Deposit deposit = deposits.find(claimed.depositId()).orElseThrow();
        Optional<ConversionInput> input = input(deposit, claimed);
        if (input.isEmpty() || !input.get().digest().equals(claimed.inputDigest())) {
            return;
        }
        try (OpenFileset open = conversion.open(claimed, input.get())) {
            List<FilesetImage> reserved = reserve(claimed, input.get(), open);
            boolean kept = !reserved.isEmpty();
            for (FilesetImage image : reserved) {
                kept = kept && (image.converted() || convert(claimed, deposit, input.get(), open, image));
            }
            if (kept && filesets.complete(claimed)) {
                Log.infof(
                        "Fileset %s of %s converted: %d images, %.1f s",
                        claimed.id(),
                        deposit.accession(),
                        reserved.size(),
                        Duration.between(began, Instant.now()).toMillis() / 1000.0);
            } else {
                Log.infof("Fileset %s: attempt %d came too late, dropped", claimed.id(), claimed.attempt());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closing fileset " + claimed.id(), e);
        }
    }

    /**
     * Ids of all images, before the first is written, and what in the files could reveal a person; none when another attempt has
     * taken over.
     */
    private List<FilesetImage> reserve(Fileset claimed, ConversionInput input, OpenFileset open) {
        List<IdentityFinding> ofLabels = conversion.findingsOfLabels(input, open);
        return database.inTransaction(() -> {
            if (!filesets.holds(claimed)) {
                return List.<FilesetImage>of();
            }
            findings.record(input.files(), open.content().findings());
            findings.record(input.labelFiles(), ofLabels);
            return members.reserve(claimed.id(), ImageNames.members(open.images()));
        });
    }

    /** Converts one image; false when another attempt has taken over. */
    private boolean convert(
            Fileset claimed, Deposit deposit, ConversionInput input, OpenFileset open, FilesetImage reserved) {
        ConvertedImage image = conversion.convert(deposit.accession(), input, open, reserved);
        Optional<String> equal = images.findEqual(image);
        boolean kept = database.inTransaction(() -> {
            boolean current = filesets.holds(claimed);
            if (current) {
                members.markConverted(claimed.id(), reserved.number(), equal.orElse(image.imageId()));
                filesets.advance(claimed);
            }
            if (current && equal.isEmpty()) {
                images.save(image);
            }
            return current;
        });
        boolean unwanted = kept ? equal.isPresent() : !members.isWanted(image.imageId());
        if (unwanted) {
            discard(image);
        }
        return kept;
    }

    /** Notes why there is no image; the deposit can be edited again. */
    void refuse(Fileset claimed, String reason) {
        boolean noted = database.inTransaction(() -> {
            Deposit deposit = deposits.findLocked(claimed.depositId()).orElseThrow();
            if (!filesets.refuse(claimed, reason)) {
                return false;
            }
            String name = image(deposit, claimed)
                    .map(described ->
                            described.name() == null ? String.join(", ", described.files()) : described.name())
                    .orElse("number " + (claimed.image() + 1));
            deposits.giveBack(deposit.id(), "Image \"" + name + "\" was refused: " + reason);
            audit.record("node", "refuse image", deposit.id(), null);
            return true;
        });
        if (noted) {
            Log.infof(
                    "Image %d of set %d of deposit %s refused",
                    claimed.image(), claimed.imageSet(), claimed.depositId());
        }
    }

    private Optional<ConversionInput> input(Deposit deposit, Fileset claimed) {
        Map<String, HeldFile> stored = contents.listFiles(deposit).stream()
                .filter(HeldFile::stored)
                .collect(Collectors.toMap(HeldFile::path, Function.identity()));
        return image(deposit, claimed).flatMap(described -> ConversionInput.find(described, stored));
    }

    private static Optional<ImageDescription> image(Deposit deposit, Fileset claimed) {
        List<ImageSet> sets = deposit.description().imageSets();
        if (claimed.imageSet() >= sets.size()) {
            return Optional.empty();
        }
        List<ImageDescription> images = sets.get(claimed.imageSet()).images();
        return claimed.image() < images.size() ? Optional.of(images.get(claimed.image())) : Optional.empty();
    }

    private void discard(ConvertedImage image) {
        String root = ImageKeys.root(image.accession(), image.imageId()) + "/";
        Collection<String> keys = image.objects().stream()
                .map(StoredObject::key)
                .map(root::concat)
                .toList();
        store.delete(keys);
        store.delete(ImageKeys.thumbnail(image.accession(), image.imageId()));
    }
}
