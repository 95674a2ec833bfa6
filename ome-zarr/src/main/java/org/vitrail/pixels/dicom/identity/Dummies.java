package org.vitrail.pixels.dicom.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What takes the place of values that must not be empty. PS3.15 §E.1.1 (D and U), PS3.5 §B.2 (identifiers of 2.25). */
final class Dummies {

    /** Stands for texts and names. */
    static final String TEXT = "REMOVED";

    private static final String DATE = "19000101";
    private static final String TIME = "000000";
    private static final Set<String> ALL = Set.of(TEXT, DATE, TIME, DATE + TIME);
    private static final String STANDARD_ROOT = "1.2.840.10008.";

    private Dummies() {}

    /** A dummy for an element of that name; dates and times by the end of the keyword. */
    static String of(IdentityProfile.Rule rule) {
        if (rule.keyword().endsWith("DateTime")) {
            return DATE + TIME;
        }
        if (rule.keyword().endsWith("Date")) {
            return DATE;
        }
        return rule.keyword().endsWith("Time") ? TIME : TEXT;
    }

    /** True for texts that this class made. */
    static boolean isDummy(String value) {
        return ALL.contains(value);
    }

    /**
     * Other identifiers in the place of these, the same for the same; those that the standard itself registers stay. They are digests:
     * whoever has the original identifier can find out that it was this one.
     */
    static String uids(String values) {
        return Arrays.stream(values.split("\\\\", -1)).map(Dummies::uid).collect(Collectors.joining("\\"));
    }

    private static String uid(String value) {
        String uid = value.strip();
        if (uid.isEmpty() || uid.startsWith(STANDARD_ROOT)) {
            return uid;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("vitrail-uid-1\n" + uid).getBytes(StandardCharsets.UTF_8));
            return "2.25." + new java.math.BigInteger(1, Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
