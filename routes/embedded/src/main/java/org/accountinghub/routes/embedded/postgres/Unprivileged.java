package org.accountinghub.routes.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.accountinghub.routes.embedded.OwnerOnly;
import org.accountinghub.routes.embedded.StartRefused;

/**
 * How PostgreSQL, which refuses to run as root and as a user id without a name, is started all the same: in a user name space of its own, else as user nobody.
 * An ordinary user needs nothing of this.
 *
 * @param prefix the words put before every PostgreSQL command
 * @param asOtherUser whether the database's files have to belong to another user than the one who runs the hub
 */
record Unprivileged(List<String> prefix, boolean asOtherUser) {

    static final Unprivileged AS_WE_ARE = new Unprivileged(List.of(), false);

    /** Also works where only root may enter the folders above the data. */
    static final Unprivileged USER_NAMESPACE = new Unprivileged(List.of("unshare", "-U", "--"), false);

    static final Unprivileged SETPRIV =
            new Unprivileged(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"), true);
    static final Unprivileged RUNUSER = new Unprivileged(List.of("runuser", "-u", "nobody", "--"), true);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Unprivileged detect() {
        return AS_WE_ARE.works() ? AS_WE_ARE : firstThatWorks(List.of(USER_NAMESPACE, SETPRIV, RUNUSER));
    }

    static Unprivileged firstThatWorks(List<Unprivileged> ways) {
        return ways.stream()
                .filter(Unprivileged::works)
                .findFirst()
                .orElseThrow(
                        () -> new StartRefused(
                                "the embedded PostgreSQL cannot run as root or as a user without a name, and none of unshare, setpriv and runuser works here",
                                "Start the hub as an ordinary user who stands in /etc/passwd, or set HUB_DATABASE_URL to a PostgreSQL of yours"));
    }

    /** PostgreSQL wants a user who is not root and who has a name. */
    boolean works() {
        Command.Result user = userId();
        return user.succeeded()
                && !user.output().equals("0")
                && Command.run(command("id", "-un"), PATIENCE).succeeded();
    }

    /** Hands the files to the user PostgreSQL runs as, and takes them back when it ran as another one the last time. */
    void own(Path files) {
        if (prefix.isEmpty()) {
            return;
        }
        try {
            int wanted = asOtherUser ? Integer.parseInt(userId().output()) : owner(Path.of("/proc/self"));
            if (owner(files) == wanted) {
                return;
            }
            try (Stream<Path> all = Files.walk(files)) {
                for (Path path : all.toList()) {
                    Files.setAttribute(path, "unix:uid", wanted, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the way through folders of ours for the user PostgreSQL runs as, and refuses when the way is closed further up. */
    void reach(List<Path> folders) {
        if (!asOtherUser) {
            return;
        }
        folders.forEach(OwnerOnly::letOthersPass);
        for (Path folder : folders) {
            if (!Command.run(command("test", "-x", folder.toString()), PATIENCE).succeeded()) {
                throw new StartRefused(
                        "the embedded PostgreSQL runs as user nobody here and cannot get to " + folder,
                        "Start the hub as an ordinary user, or use a data folder below one that everybody may enter, such as /var/lib");
            }
        }
    }

    List<String> command(String... words) {
        return Stream.concat(prefix.stream(), Stream.of(words)).toList();
    }

    private Command.Result userId() {
        return Command.run(command("id", "-u"), PATIENCE);
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
