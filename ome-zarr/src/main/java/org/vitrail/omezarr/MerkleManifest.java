package org.vitrail.omezarr;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** One hash over a set of stored objects, so that any later change of any of them shows. docs/formats/merkle-manifest.md. */
public final class MerkleManifest {

    private MerkleManifest() {}

    /**
     * Root hash; does not depend on the order of the objects.
     *
     * @return 64 lower-case hexadecimal digits; for no objects the SHA-256 of nothing
     * @throws IllegalArgumentException when two objects have the same key
     */
    public static String root(Collection<StoredObject> objects) {
        List<StoredObject> sorted = objects.stream()
                .sorted(Comparator.comparing(StoredObject::key, MerkleManifest::byUtf8))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).key().equals(sorted.get(i - 1).key())) {
                throw new IllegalArgumentException(
                        "Two objects with the key " + sorted.get(i).key());
            }
        }
        List<byte[]> nodes = sorted.stream().map(MerkleManifest::leaf).toList();
        return HexFormat.of().formatHex(nodes.isEmpty() ? sha256().digest() : root(nodes));
    }

    private static byte[] root(List<byte[]> nodes) {
        if (nodes.size() == 1) {
            return nodes.get(0);
        }
        int split = Integer.highestOneBit(nodes.size() - 1);
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(root(nodes.subList(0, split)));
        digest.update(root(nodes.subList(split, nodes.size())));
        return digest.digest();
    }

    private static byte[] leaf(StoredObject object) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        String line = object.key() + "\n" + object.sizeBytes() + "\n" + object.sha256() + "\n";
        return digest.digest(line.getBytes(StandardCharsets.UTF_8));
    }

    private static int byUtf8(String a, String b) {
        return java.util.Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
