package org.vitrail.harvest.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes bytes into chars, counting the bytes that mean nothing and putting U+FFFD in their place. */
final class DecodedChars {

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(8 << 10).flip();
    private boolean ended;
    private boolean finished;
    private long replaced;

    DecodedChars(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    long replaced() {
        return replaced;
    }

    /** Puts at least one char into the buffer, which must have room for two; false at the end. */
    boolean fill(CharBuffer chars) throws IOException {
        int before = chars.position();
        while (!finished && chars.remaining() > 1 && chars.position() == before) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isError()) {
                bytes.position(bytes.position() + result.length());
                chars.put('\uFFFD');
                replaced++;
            } else if (result.isUnderflow()) {
                more(chars.position() > before);
            }
        }
        return chars.position() > before;
    }

    private void more(boolean enough) throws IOException {
        if (ended) {
            finished = true;
        } else if (!enough) {
            bytes.compact();
            int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = n < 0;
            bytes.position(bytes.position() + Math.max(n, 0)).flip();
        }
    }
}
