package org.accountinghub.connectors.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server on bare sockets for tests of clients: counts whole requests, and answers each connection as the script says,
 * or not at all.
 */
public final class RawServer implements AutoCloseable {

    /** What to do with the request of this number (from 0) on its connection; returns whether to go on reading. */
    public interface Script {
        boolean answer(int number, OutputStream out) throws IOException;
    }

    public static final String EMPTY_OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private final ServerSocket socket;
    private final List<List<String>> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public RawServer(Script script) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                start(() -> serve(connection, script));
            }
        });
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** The request line of each whole request. */
    public List<String> requests() {
        return heads.stream().map(head -> head.get(0)).toList();
    }

    /** The head of each whole request, line by line, the request line first. */
    public List<List<String>> heads() {
        return List.copyOf(heads);
    }

    private void serve(Socket connection, Script script) throws IOException {
        try (connection) {
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
            for (int number = 0; ; number++) {
                String first = in.readLine();
                if (first == null) {
                    return;
                }
                List<String> head = new ArrayList<>(List.of(first));
                int length = 0;
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    head.add(line);
                    if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                        length = Integer.parseInt(line.substring(15).strip());
                    }
                }
                for (int read = 0; read < length; read++) {
                    in.read();
                }
                heads.add(List.copyOf(head));
                if (!script.answer(number, connection.getOutputStream())) {
                    return;
                }
            }
        }
    }

    private static void start(Body body) {
        Thread thread = new Thread(() -> {
            try {
                body.run();
            } catch (IOException e) {
                // the client or the test closed the connection
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Body {
        void run() throws IOException;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }
}
