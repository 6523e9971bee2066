package org.accountinghub.routes.app.architecture;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The project as the rules see it: its folders and sources on disk, its classes on this module's test path. */
final class Project {

    static final String ROOT_PACKAGE = "org.accountinghub";

    /** Rooms of `connectors` that are no connector to one accounting system. */
    static final Set<String> SHARED_CONNECTOR_ROOMS = Set.of("spi", "http", "soap", "testkit", "sandbox");

    /** Rooms of `mappings` that belong to no single accounting system. */
    static final Set<String> SHARED_MAPPING_ROOMS = Set.of("model", "json", "samples");

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT_PACKAGE);

    private Project() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    /** The rooms of one of the three folders: whatever has a POM or sources of its own. */
    static Set<String> rooms(String folder) {
        return list(file(folder), Files::list).stream()
                .filter(room -> Files.exists(room.resolve("pom.xml")) || Files.exists(room.resolve("src")))
                .map(room -> room.getFileName().toString())
                .collect(toCollection(TreeSet::new));
    }

    static Set<String> connectors() {
        Set<String> rooms = rooms("connectors");
        rooms.removeAll(SHARED_CONNECTOR_ROOMS);
        return rooms;
    }

    static Set<String> partnerMappings() {
        Set<String> rooms = rooms("mappings");
        rooms.removeAll(SHARED_MAPPING_ROOMS);
        return rooms;
    }

    /** The package of a room and all below it, as ArchUnit writes it. */
    static String in(String folder, String room) {
        return packageOf(folder, room) + "..";
    }

    /** One package for each room; its last word is the room's name unless Java cannot say that: {@code 24sevenoffice}. */
    static String packageOf(String folder, String room) {
        Path sources = file(folder).resolve(room).resolve("src/main/java/org/accountinghub/" + folder);
        List<Path> packages = Files.isDirectory(sources) ? list(sources, Files::list) : List.of(Path.of(room));
        if (packages.size() != 1) {
            throw new AssertionError(name(sources) + " has not exactly one package: " + packages);
        }
        return ROOT_PACKAGE + "." + folder + "." + packages.get(0).getFileName();
    }

    /** Files of all rooms below `src/main` (and `src/test` when asked), generated ones left out. */
    static List<Path> sources(boolean withTests, Predicate<Path> wanted) {
        return Stream.of("mappings", "connectors", "routes")
                .flatMap(folder ->
                        rooms(folder).stream().map(room -> file(folder).resolve(room)))
                .flatMap(room -> Stream.of("main", "test")
                        .filter(kind -> withTests || kind.equals("main"))
                        .map(kind -> room.resolve("src").resolve(kind)))
                .filter(Files::isDirectory)
                .flatMap(folder -> list(folder, Files::walk).stream())
                .filter(Files::isRegularFile)
                .filter(wanted)
                .sorted()
                .toList();
    }

    static boolean isJava(Path file) {
        return file.toString().endsWith(".java");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder, Listing listing) {
        try (Stream<Path> paths = listing.of(folder)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Listing {
        Stream<Path> of(Path folder) throws IOException;
    }
}
