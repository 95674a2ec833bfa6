package org.vitrail.services;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * Main class of every child JVM: runs the real main class, and ends the process when its standard input closes.
 *
 * <p>The launcher holds the other end of that pipe and never writes to it, so the operating system closes it however the
 * launcher ends, {@code kill -9} included. Only classes of the JDK are used: any class path will do.
 */
public final class Tied {

    private static final long PATIENCE_MILLIS = 15_000;

    private Tied() {}

    /** @param arguments the real main class, then its arguments */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(Tied::endWithParent, "tied-to-parent");
        watch.setDaemon(true);
        watch.start();
        String[] rest = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, rest, 0, rest.length);
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException failed) {
            failed.getCause().printStackTrace();
            System.exit(1);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever said on this pipe; only its end means something
            }
        } catch (IOException broken) {
            // a broken pipe means the same as a closed one
        }
        Thread guard = new Thread(Tied::haltLater, "tied-halt");
        guard.setDaemon(true);
        guard.start();
        System.exit(0);
    }

    private static void haltLater() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException early) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(137);
    }
}
