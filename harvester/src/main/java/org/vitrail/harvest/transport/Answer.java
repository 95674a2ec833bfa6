package org.vitrail.harvest.transport;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;

/** One HTTP answer whose body has not been read yet; to be closed. */
public final class Answer implements Closeable {

    private static final int LEFT_OVER_BYTES = 64 << 10;

    private final int status;
    private final HttpHeaders headers;
    private final InputStream body;

    Answer(int status, HttpHeaders headers, InputStream body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** How long the server asks to wait, never negative. */
    public Optional<Duration> retryAfter(Instant now) {
        return headers.firstValue("Retry-After").flatMap(value -> RetryAfter.parse(value, now));
    }

    Optional<String> location() {
        return headers.firstValue("Location");
    }

    /**
     * The body unpacked, decoded and cleaned.
     *
     * @param limitBytes at most, after unpacking
     * @param passed is told of bytes as they are unpacked
     */
    public XmlText text(long limitBytes, LongConsumer passed) throws IOException {
        InputStream unpacked = new BoundedStream(Encoding.unpacked(body), limitBytes, passed);
        BufferedInputStream looked = new BufferedInputStream(unpacked, 16 << 10);
        return new XmlText(looked, Encoding.charset(looked, headers.firstValue("Content-Type")));
    }

    /**
     * Reads what is left behind the page's last tag, usually nothing: only an answer read to its end leaves its
     * connection to the next one.
     */
    public void finish() {
        try {
            body.readNBytes(LEFT_OVER_BYTES);
        } catch (IOException e) {
            // the page is whole all the same; the connection is lost and will be made anew
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
