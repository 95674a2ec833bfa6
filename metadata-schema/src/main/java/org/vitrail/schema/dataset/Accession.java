package org.vitrail.schema.dataset;

import java.security.SecureRandom;

/**
 * Accessions of data sets, images and files: nine random characters of lowercase Crockford base32 and a check
 * character. Contracts §1; minted once, never parsed for meaning.
 */
public final class Accession {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int RANDOM_LENGTH = 9;
    private static final int MODULUS = 31;

    private Accession() {}

    /** A new accession of ten characters, 45 bits of it random. */
    public static String mint(SecureRandom random) {
        StringBuilder minted = new StringBuilder(RANDOM_LENGTH + 1);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            minted.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return minted.append(checkCharacter(minted.toString())).toString();
    }

    /** True for ten characters of the alphabet whose last one checks; false for null. */
    public static boolean isValid(String accession) {
        if (accession == null || accession.length() != RANDOM_LENGTH + 1) {
            return false;
        }
        for (int i = 0; i < accession.length(); i++) {
            if (ALPHABET.indexOf(accession.charAt(i)) < 0) {
                return false;
            }
        }
        return checkCharacter(accession.substring(0, RANDOM_LENGTH)) == accession.charAt(RANDOM_LENGTH);
    }

    /**
     * The character number (1·c1 + … + 9·c9) mod 31.
     *
     * @throws IllegalArgumentException when these are not nine characters of the alphabet
     */
    public static char checkCharacter(String nine) {
        if (nine.length() != RANDOM_LENGTH) {
            throw new IllegalArgumentException("an accession has nine characters before its check character: " + nine);
        }
        int sum = 0;
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            int value = ALPHABET.indexOf(nine.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("\"" + nine.charAt(i) + "\" is not a character of an accession");
            }
            sum += (i + 1) * value;
        }
        return ALPHABET.charAt(sum % MODULUS);
    }
}
