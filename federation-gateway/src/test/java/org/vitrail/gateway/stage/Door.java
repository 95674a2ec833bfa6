package org.vitrail.gateway.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the gateway and an engine, so that a test can take the engine away and give it back. */
public final class Door implements AutoCloseable {
    private final URI behind;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;

    public Door(URI behind) {
        this.behind = behind;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Cuts every connection and refuses new ones. */
    public void shut() {
        shut = true;
        open.forEach(Door::close);
    }

    public void reopen() {
        shut = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                if (shut) {
                    close(caller);
                } else {
                    Socket engine = new Socket(behind.getHost(), behind.getPort());
                    open.add(caller);
                    open.add(engine);
                    Thread.ofVirtual().start(() -> pass(caller, engine));
                    Thread.ofVirtual().start(() -> pass(engine, caller));
                }
            } catch (IOException e) {
                // the next caller is another one
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // a connection that was cut, which is what a door is for
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed already
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
