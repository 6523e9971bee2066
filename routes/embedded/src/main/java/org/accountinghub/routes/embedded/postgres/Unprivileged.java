package org.accountinghub.routes.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.accountinghub.routes.embedded.StartRefused;

/**
 * How PostgreSQL, which refuses to run as root, is started all the same: in a user name space of its own, else as user nobody. Someone who is not root needs
 * nothing of this.
 *
 * @param prefix the words put before every PostgreSQL command
 * @param owner the numeric user who has to own the database's files, when it is not the one who runs the hub
 */
record Unprivileged(List<String> prefix, Optional<Integer> owner) {

    static final Unprivileged AS_WE_ARE = new Unprivileged(List.of(), Optional.empty());
    static final Unprivileged USER_NAMESPACE = new Unprivileged(List.of("unshare", "-U", "--"), Optional.empty());
    static final Unprivileged SETPRIV = new Unprivileged(
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"), Optional.of(65534));
    static final Unprivileged RUNUSER = new Unprivileged(List.of("runuser", "-u", "nobody", "--"), Optional.of(65534));

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Unprivileged detect() {
        return AS_WE_ARE.isRoot() ? firstThatWorks(List.of(USER_NAMESPACE, SETPRIV, RUNUSER)) : AS_WE_ARE;
    }

    static Unprivileged firstThatWorks(List<Unprivileged> ways) {
        return ways.stream()
                .filter(Unprivileged::works)
                .findFirst()
                .orElseThrow(() -> new StartRefused(
                        "the embedded PostgreSQL cannot run as root, and none of unshare, setpriv and runuser works here",
                        "Start the hub as an ordinary user, or set HUB_DATABASE_URL to a PostgreSQL of yours"));
    }

    boolean isRoot() {
        return userId().equals("0");
    }

    boolean works() {
        String user = userId();
        return !user.isEmpty() && !user.equals("0");
    }

    /** Hands the files to the user PostgreSQL runs as, and takes them back when the hub was started another way the last time. */
    void own(Path files) {
        if (prefix.isEmpty()) {
            return;
        }
        int wanted = owner.orElse(0);
        try {
            if (uid(files) == wanted) {
                return;
            }
            try (Stream<Path> all = Files.walk(files)) {
                for (Path path : (Iterable<Path>) all::iterator) {
                    Files.setAttribute(path, "unix:uid", wanted, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses when the user PostgreSQL runs as cannot get to the path. */
    void reach(Path path) {
        if (owner.isPresent()
                && !Command.run(command("test", "-x", path.toString()), PATIENCE)
                        .succeeded()) {
            throw new StartRefused(
                    "the embedded PostgreSQL runs as user nobody here and cannot get to " + path,
                    "Start the hub as an ordinary user, or use a data folder below one that everybody may enter, such as /var/lib");
        }
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private String userId() {
        Command.Result result = Command.run(command("id", "-u"), PATIENCE);
        return result.succeeded() ? result.output() : "";
    }

    List<String> command(String... words) {
        return Stream.concat(prefix.stream(), Stream.of(words)).toList();
    }
}
