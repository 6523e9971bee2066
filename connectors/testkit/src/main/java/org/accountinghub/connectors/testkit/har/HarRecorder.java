package org.accountinghub.connectors.testkit.har;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Reply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes exchanges as HAR 1.2, at most {@value #MOST} for each operation and status of a run (one
 * process). It is off unless the system property {@code hub.exchanges} or the environment variable
 * {@code HUB_EXCHANGES} names a folder, usually {@code target/exchanges}. Answers that were broken on
 * purpose get status 0. The file is written when the process ends, or by {@link #write}.
 */
public final class HarRecorder {
    private static final int MOST = 200;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, HarRecorder> RUN = new ConcurrentHashMap<>();

    private final Optional<Path> folder;
    private final String system;
    private final List<ObjectNode> entries = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private HarRecorder(Optional<Path> folder, String system) {
        this.folder = folder;
        this.system = system;
    }

    public static HarRecorder none() {
        return new HarRecorder(Optional.empty(), "");
    }

    public static HarRecorder into(Path folder, String system) {
        return new HarRecorder(Optional.of(folder), system);
    }

    /** The one recorder of this process for a system, on or off as the settings say. */
    public static HarRecorder ofThisRun(String system) {
        return RUN.computeIfAbsent(
                system,
                name -> setting()
                        .map(Path::of)
                        .map(asked -> {
                            HarRecorder recorder = into(asked, name);
                            Runtime.getRuntime().addShutdownHook(new Thread(recorder::write, "exchanges-" + name));
                            return recorder;
                        })
                        .orElseGet(HarRecorder::none));
    }

    private static Optional<String> setting() {
        return Optional.ofNullable(System.getProperty("hub.exchanges"))
                .or(() -> Optional.ofNullable(System.getenv("HUB_EXCHANGES")))
                .filter(folder -> !folder.isBlank());
    }

    public void record(String operation, PartnerRequest request, Reply reply) {
        if (folder.isEmpty()) {
            return;
        }
        int status = reply.broken() ? 0 : reply.answer().status();
        synchronized (this) {
            if (counts.merge(operation + " " + status, 1, Integer::sum) <= MOST) {
                entries.add(HarEntry.of(request, reply, status));
            }
        }
    }

    /** Writes all that was recorded so far; nothing recorded, nothing written. */
    public synchronized void write() {
        if (folder.isEmpty() || entries.isEmpty()) {
            return;
        }
        ObjectNode har = JSON.createObjectNode();
        ObjectNode log = har.putObject("log").put("version", "1.2").put("_system", system);
        log.putObject("creator").put("name", "accountinghub-testkit").put("version", "1");
        log.putArray("entries").addAll(entries);
        Path file = folder.get().resolve(system + "-" + ProcessHandle.current().pid() + ".har");
        try {
            Files.createDirectories(folder.get());
            Files.writeString(file, har.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
