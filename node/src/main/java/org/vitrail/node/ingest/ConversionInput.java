package org.vitrail.node.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.LabelDescription;

/**
 * Everything that decides what a conversion yields.
 *
 * @param files of the image, in the order of the description
 * @param labelFiles one for each label, in the order of the description
 */
record ConversionInput(ImageDescription described, List<HeldFile> files, List<HeldFile> labelFiles) {

    ConversionInput {
        files = List.copyOf(files);
        labelFiles = List.copyOf(labelFiles);
    }

    /** The input of an image, once all of its files are stored. */
    static Optional<ConversionInput> find(ImageDescription described, Map<String, HeldFile> stored) {
        List<String> labelPaths =
                described.labels().stream().map(LabelDescription::file).toList();
        boolean complete = !described.files().isEmpty()
                && described.files().stream().allMatch(stored::containsKey)
                && labelPaths.stream().allMatch(path -> path != null && stored.containsKey(path));
        if (!complete) {
            return Optional.empty();
        }
        return Optional.of(new ConversionInput(
                described,
                described.files().stream().map(stored::get).toList(),
                labelPaths.stream().map(stored::get).toList()));
    }

    /** SHA-256 over file contents, file names (files of one image name each other) and settings; the image's name is none. */
    String digest() {
        List<String> words = new ArrayList<>();
        files.forEach(file -> words.add(file.path() + " " + file.receivedSha256()));
        words.add(String.valueOf(described.axes()));
        words.add(String.valueOf(described.pixelSizeMicrometer()));
        words.add(described.channels().toString());
        words.add(String.valueOf(described.digest()));
        for (int i = 0; i < labelFiles.size(); i++) {
            LabelDescription label = described.labels().get(i);
            words.add(labelFiles.get(i).receivedSha256() + " " + label.name() + " " + label.axes() + " "
                    + label.digest());
        }
        try {
            byte[] bytes = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A file that cannot be read again, because an earlier version was published without keeping it. */
    Optional<HeldFile> findNotKept() {
        return Stream.concat(files.stream(), labelFiles.stream())
                .filter(file -> !file.kept())
                .findFirst();
    }

    long sizeBytes() {
        return files.stream().mapToLong(HeldFile::sizeBytes).sum()
                + labelFiles.stream().mapToLong(HeldFile::sizeBytes).sum();
    }
}
