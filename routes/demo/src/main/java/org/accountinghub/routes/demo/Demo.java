package org.accountinghub.routes.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./hub demo}: everything embedded, from orders in a store to invoices in the books and back. */
@Command(
        name = "hub demo",
        description =
                "Shows the hub at work: service companies, their simulated accounting systems, and the way there and back.")
public final class Demo implements Callable<Integer> {

    private final Progress progress = new Progress(System.out, Progress.isTerminal());

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean unusedHelp;

    @Option(names = "--once", description = "end when all is done, instead of staying up until interrupted")
    private boolean once;

    @Option(names = "--report", paramLabel = "FILE", description = "write the result as JSON")
    private @Nullable Path report;

    @Option(
            names = "--connector",
            paramLabel = "NAME",
            split = ",",
            defaultValue = SimulatedFortnox.NAME,
            description = "the accounting system of two companies; several, with commas between, for a company each; "
                    + Systems.ALL + " for every one that is simulated (default ${DEFAULT-VALUE})")
    private List<String> connectors = List.of(SimulatedFortnox.NAME);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/demo",
            description = "where the demo lives; emptied at the start (default ${DEFAULT-VALUE})")
    private Path data = Path.of("data/demo");

    public static void main(String[] arguments) {
        Demo demo = new Demo();
        CommandLine command = new CommandLine(demo);
        command.setExecutionExceptionHandler((exception, line, parsed) -> {
            if (demo.progress.isHeard()) {
                line.getErr().println("hub demo: " + exception.getMessage());
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (DemoStage stage = DemoStage.set(data.toAbsolutePath().normalize(), connectors, progress)) {
            LostAnswers lost = new LostAnswers(progress);
            lost.prepare(stage.kinds(), stage::system);
            DemoTables tables = new DemoTables(stage, progress);
            DemoReport result = new DemoRun(stage, lost, tables, progress).play();
            if (report != null) {
                Files.writeString(
                        report,
                        JsonMapper.builder()
                                        .build()
                                        .writerWithDefaultPrettyPrinter()
                                        .writeValueAsString(result) + "\n");
            }
            if (!once) {
                tables.showWhereToLook();
                progress.say("");
                progress.say("The hub stays up until you press Ctrl-C.");
                new CountDownLatch(1).await();
            }
            return result.isWhole() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }
}
