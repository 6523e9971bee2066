package org.accountinghub.routes.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.routes.app.launcher.House.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void build() throws Exception {
        house = new House(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "serve, org.accountinghub.routes.app.Hub, /app/*",
        "store, org.accountinghub.routes.app.StoreCommand, /app/*",
        "demo, org.accountinghub.routes.demo.Demo, /demo/*",
        "sandbox, org.accountinghub.connectors.sandbox.Sandbox, /sandbox/*",
    })
    void startsTheRoomThatIsNamed(String command, String main, String classPath) throws Exception {
        Run run = house.hub(command, "--file", "with space");

        assertThat(run.output()).contains("<" + main + "><--file><with space>").contains(classPath);
        assertThat(run.code()).isZero();
    }

    @Test
    void givesEveryOtherCommandWholeToTheCommandLine() throws Exception {
        assertThat(house.hub("transfers", "show").output())
                .contains("<org.accountinghub.routes.cli.HubCommand><transfers><show>");
        assertThat(house.hub("--help").output()).contains("HubCommand><--help>");
    }

    @Test
    void buildsOnceAndAgainOnlyWhenASourceIsNewer() throws Exception {
        house.hub("demo");
        Run second = house.hub("demo");
        assertThat(house.builds()).isEqualTo(1);
        assertThat(second.output()).doesNotContain("Building");

        Files.setLastModifiedTime(house.write("routes/app/src/main/resources/application.yml", ""), soon());
        house.hub("demo");
        assertThat(house.builds()).isEqualTo(2);
    }

    @Test
    void buildsAgainWhenASourceIsGone() throws Exception {
        Path source = house.write("routes/app/src/main/java/Gone.java", "");
        house.hub("demo");
        Files.delete(source);
        Files.setLastModifiedTime(source.getParent(), soon());

        house.hub("demo");

        assertThat(house.builds()).isEqualTo(2);
    }

    @Test
    void showsTheErrorsOfAFailedBuildAndStartsNothing() throws Exception {
        house.mavenThat("echo '[ERROR] cannot find symbol'; exit 1");

        Run run = house.hub("demo");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("cannot find symbol", "build.log").doesNotContain("Demo>");
        assertThat(house.home().resolve("target/hub/build.log")).content().contains("cannot find symbol");
    }

    @Test
    void letsOnlyOneOfManyCommandsBuild() throws Exception {
        house.mavenThat("until [ -e go ]; do sleep 0.05; done");
        List<Process> commands = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            commands.add(house.start(house.home().resolve("hub"), house.home(), "serve"));
        }
        await().until(() -> house.builds() > 0);
        house.write("go", "");

        for (Process command : commands) {
            assertThat(House.finish(command).output()).contains("routes.app.Hub");
        }
        assertThat(house.builds()).isEqualTo(1);
    }

    @Test
    void worksFromElsewhereThroughALinkAndKeepsDataWhereItIsCalled() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("hub"), Path.of("../a hub of mine/hub"));

        Run run = House.finish(house.start(link, elsewhere, "serve"));

        assertThat(run.output()).contains("routes.app.Hub", "data=" + elsewhere.resolve("data"));
    }

    @Test
    void refusesAnOldJavaAndNamesTheRemedy() throws Exception {
        house.javaOfVersion("11.0.2");

        Run run = house.hub("serve");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.output()).contains("Java 11.0.2", "needs 17 or newer", "JAVA_HOME");
        assertThat(house.builds()).isZero();
    }

    @Test
    void refusesToBuildWithARuntimeThatHasNoCompiler() throws Exception {
        house.javaOf("17.0.15", "java.sql@17.0.15");

        Run run = house.hub("serve");

        assertThat(run.code()).isNotZero();
        assertThat(run.output()).contains("has no compiler", "Install a JDK");
        assertThat(house.builds()).isZero();
    }

    @Test
    void refusesAJavaHomeWithoutJava() throws Exception {
        Run run = house.with("JAVA_HOME", "/nowhere").hub("serve");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.output()).contains("JAVA_HOME is /nowhere");
    }

    @Test
    void silencesTheWarningsOfNewJavasOnlyThere() throws Exception {
        assertThat(house.hub("serve").output()).doesNotContain("native-access");
        house.javaOfVersion("25.0.3");
        assertThat(house.hub("serve").output()).contains("<--enable-native-access=ALL-UNNAMED>");
    }

    @Test
    void startsFurtherProcessesFromTheBuildOfTheFirst() throws Exception {
        house.with("HUB_LIBRARIES", "/the/same build");

        assertThat(house.hub("sandbox").output()).contains("</the/same build/sandbox/*>");
        assertThat(house.builds()).isZero();
    }

    private static FileTime soon() {
        return FileTime.from(Instant.now().plusSeconds(5));
    }
}
