package org.vitrail.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Which port of the loopback interface belongs to whom; a record of numbers, it reserves nothing. */
public record Ports(
        int gateway,
        int nantes,
        int montpellier,
        int keycloak,
        int keycloakManagement,
        int s3,
        int elasticsearch,
        int elasticsearchTransport,
        int postgresql) {

    private static final List<Integer> DEMO = List.of(8080, 8081, 8082, 8180, 8181, 9000, 9200, 9300, 5433);

    /** The ports of the demo, each moved up by the same offset, so that two demos run side by side. */
    public static Ports demo(int offset) {
        return of(DEMO.stream().map(port -> port + offset).toList());
    }

    /** Ports that nobody listens on at this moment, below the range that outgoing connections take theirs from. */
    public static Ports free() {
        return of(IntStream.generate(() -> ThreadLocalRandom.current().nextInt(12_000, 32_000))
                .distinct()
                .filter(Ports::isFree)
                .limit(DEMO.size())
                .boxed()
                .toList());
    }

    /**
     * Refuses a port in use before a process is started that would only say so in its log.
     *
     * @throws PortTaken when something listens there
     */
    public static void requireFree(int port, String user) {
        if (!isFree(port)) {
            throw new PortTaken(port, user);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static Ports of(List<Integer> p) {
        return new Ports(p.get(0), p.get(1), p.get(2), p.get(3), p.get(4), p.get(5), p.get(6), p.get(7), p.get(8));
    }
}
