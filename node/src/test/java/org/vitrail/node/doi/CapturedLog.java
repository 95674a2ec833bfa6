package org.vitrail.node.doi;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged while it is open, with the messages of all causes. */
final class CapturedLog extends Handler implements AutoCloseable {
    private final StringBuffer text = new StringBuffer();
    private final Logger root = Logger.getLogger("");

    CapturedLog() {
        root.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        text.append(record.getMessage()).append('\n');
        if (record.getParameters() != null) {
            for (Object parameter : record.getParameters()) {
                text.append(parameter).append('\n');
            }
        }
        for (Throwable cause = record.getThrown(); cause != null; cause = cause.getCause()) {
            text.append(cause).append('\n');
        }
    }

    String text() {
        return text.toString();
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
