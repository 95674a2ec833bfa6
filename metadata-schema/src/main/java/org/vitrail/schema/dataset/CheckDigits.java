package org.vitrail.schema.dataset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Check digits of ORCID (ISO 7064 mod 11-2) and ROR (Crockford base32, ISO 7064 mod 97-10). */
final class CheckDigits {
    private static final Pattern ORCID =
            Pattern.compile("(?:https?://orcid\\.org/)?(\\d{4})-(\\d{4})-(\\d{4})-(\\d{3})([\\dX])");
    private static final Pattern ROR = Pattern.compile("(?:(?:https?://)?ror\\.org/)?(0[0-9a-hjkmnp-tv-z]{6})(\\d{2})");
    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

    private CheckDigits() {}

    static boolean isOrcid(String text) {
        Matcher parts = ORCID.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        String digits = parts.group(1) + parts.group(2) + parts.group(3) + parts.group(4);
        int total = 0;
        for (int i = 0; i < digits.length(); i++) {
            total = (total + digits.charAt(i) - '0') * 2;
        }
        int check = (12 - total % 11) % 11;
        return parts.group(5).charAt(0) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    static boolean isRor(String text) {
        Matcher parts = ROR.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        long number = 0;
        for (char c : parts.group(1).toCharArray()) {
            number = number * 32 + CROCKFORD.indexOf(c);
        }
        return 98 - (number * 100) % 97 == Integer.parseInt(parts.group(2));
    }
}
