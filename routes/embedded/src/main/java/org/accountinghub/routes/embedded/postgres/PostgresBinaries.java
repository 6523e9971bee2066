package org.accountinghub.routes.embedded.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Properties;
import org.accountinghub.routes.embedded.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The programs of PostgreSQL for this platform, unpacked once per version into a cache folder that several processes may share.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final Object ONE_AT_A_TIME = new Object();

    static PostgresBinaries install(Path cache) {
        return install(cache, platform());
    }

    static PostgresBinaries install(Path cache, String platform) {
        Path folder = cache.resolve(folderName(platform));
        if (!Files.isDirectory(folder)) {
            synchronized (ONE_AT_A_TIME) {
                unpackOnce(cache, folder, platform);
            }
        }
        return new PostgresBinaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    static int majorVersion() {
        String version = version();
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    static String folderName(String platform) {
        return "postgresql-" + version() + "-" + platform;
    }

    static String platform() {
        return platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** The name by which the packaged binaries know a platform, such as {@code linux-x86_64}. */
    static String platform(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String system = name.contains("mac") ? "darwin" : name.contains("linux") ? "linux" : name.replace(' ', '-');
        String machine = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        return system + "-" + machine;
    }

    private static void unpackOnce(Path cache, Path folder, String platform) {
        try {
            Files.createDirectories(cache);
            Path lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
            try (FileChannel channel =
                    FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                if (Files.isDirectory(folder)) {
                    return;
                }
                Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
                Folders.delete(fresh);
                try (InputStream archive = archive(platform)) {
                    long began = System.nanoTime();
                    LOG.info("Unpacking PostgreSQL {} for {} into {}", version(), platform, cache);
                    TarXz.unpack(archive, fresh);
                    LOG.info("PostgreSQL unpacked in {} ms", (System.nanoTime() - began) / 1_000_000);
                }
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "PostgreSQL cannot be unpacked into " + cache + " (" + e + ")",
                    "Check that the disk has 100 MB free and that the user who runs the hub may write there",
                    e);
        }
    }

    private static InputStream archive(String platform) {
        InputStream found = PostgresBinaries.class.getResourceAsStream("/postgres-" + platform + ".txz");
        if (found == null) {
            throw new StartRefused(
                    "this build of the hub carries no PostgreSQL for " + platform,
                    "Build the hub on this machine (Linux and macOS, x86-64 and ARM 64), or set HUB_DATABASE_URL to a PostgreSQL of yours");
        }
        return new BufferedInputStream(found);
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("binaries.properties")) {
            if (in == null) {
                throw new IllegalStateException("binaries.properties is missing beside " + PostgresBinaries.class);
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
