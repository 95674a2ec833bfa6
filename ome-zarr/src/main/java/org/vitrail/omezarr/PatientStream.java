package org.vitrail.omezarr;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The body of an answer, for which is not waited for ever: a server that stalls would hold its reader. */
final class PatientStream extends FilterInputStream {

    private final Duration patience;
    private final Thread watch;
    private volatile boolean late;

    PatientStream(InputStream body, Duration patience) {
        super(body);
        this.patience = patience;
        this.watch = Thread.ofVirtual().start(this::closeWhenLate);
    }

    private void closeWhenLate() {
        try {
            Thread.sleep(patience);
            late = true;
            in.close();
        } catch (InterruptedException readInTime) {
            // the usual end
        } catch (IOException closing) {
            // the reader is told that it was late
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return inTime(in.read());
        } catch (IOException failed) {
            throw late ? tooLate() : failed;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return inTime(in.read(bytes, offset, length));
        } catch (IOException failed) {
            throw late ? tooLate() : failed;
        }
    }

    /** A stream that was closed may also seem to end. */
    private int inTime(int read) throws IOException {
        if (read < 0 && late) {
            throw tooLate();
        }
        return read;
    }

    private IOException tooLate() {
        return new IOException("the answer was not whole after " + patience.toSeconds() + " s");
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        super.close();
    }
}
