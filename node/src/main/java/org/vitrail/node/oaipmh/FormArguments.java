package org.vitrail.node.oaipmh;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code application/x-www-form-urlencoded} arguments, of a query or of a POST body, in their order and with repeats.
 * Strict: what is not percent-encoded UTF-8, or carries characters that XML cannot echo, is a bad argument. OAI-PMH §3.1.1.
 */
final class FormArguments {
    private static final int MOST_CHARACTERS = 8192;

    private FormArguments() {}

    record Argument(String name, String value) {}

    static List<Argument> read(String encoded) throws OaiError {
        List<Argument> arguments = new ArrayList<>();
        if (encoded == null || encoded.isEmpty()) {
            return arguments;
        }
        if (encoded.length() > MOST_CHARACTERS) {
            throw OaiError.badArgument("The arguments are longer than " + MOST_CHARACTERS + " characters.");
        }
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                arguments.add(new Argument(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1))));
            }
        }
        return arguments;
    }

    private static String decode(String encoded) throws OaiError {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(hexByte(encoded, i));
                i += 2;
            } else {
                bytes.writeBytes((c == '+' ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return legalText(bytes.toByteArray());
    }

    private static int hexByte(String encoded, int percent) throws OaiError {
        if (percent + 2 < encoded.length()) {
            int high = Character.digit(encoded.charAt(percent + 1), 16);
            int low = Character.digit(encoded.charAt(percent + 2), 16);
            if (high >= 0 && low >= 0) {
                return 16 * high + low;
            }
        }
        throw OaiError.badArgument("An argument has a % that two hexadecimal digits do not follow; write it %25.");
    }

    private static String legalText(byte[] bytes) throws OaiError {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!XmlText.isLegal(text)) {
                throw OaiError.badArgument("An argument has a control character.");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw OaiError.badArgument("An argument is not UTF-8.");
        }
    }
}
