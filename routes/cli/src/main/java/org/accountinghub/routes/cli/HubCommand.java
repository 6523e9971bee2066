package org.accountinghub.routes.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code ./hub}. */
@Command(
        name = "hub",
        synopsisSubcommandLabel = "COMMAND",
        description = "Moves customers, orders and invoices between a service system and accounting systems.",
        subcommands = {
            StatusCommand.class,
            PreviewCommand.class,
            TransfersCommand.class,
            ProblemsCommand.class,
            ConnectionsCommand.class,
            RegistersCommand.class,
            ImportCommand.class
        },
        footer = {
            "",
            "To start things:",
            "  demo           everything embedded, with demo data and a simulated accounting system",
            "                 (--once ends when all is done; --report FILE writes the result as JSON)",
            "  serve          the hub itself; embedded database and queue when no addresses are given",
            "  sandbox        the simulated accounting systems alone",
            "  store install  the reference schema of a service system into a database of yours",
            "",
            "The hub is looked for at HUB_URL (http://localhost:8080); its administrator's key is taken from",
            "HUB_KEY, else from administrator.key in HUB_DATA (./data).",
            "Exit codes: 0 done, 1 the hub refused, is away or found something missing, 2 wrong usage."
        })
public final class HubCommand {

    private static final int WIDTH = 100;
    private static final int SYNOPSIS_HEADING = "Usage: ".length();

    private HubCommand() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new HubCommand());
        commandLine
                .getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("show this help")
                        .build());
        commandLine
                .getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("print the version")
                        .build())
                .version("hub " + version());
        commandLine.setUsageHelpWidth(WIDTH);
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof HubRefusal refusal) {
                PrintWriter err = command.getErr();
                err.println("hub: " + refusal.getMessage());
                err.flush();
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw exception;
        });
        commandLine.setParameterExceptionHandler((wrong, arguments) -> {
            CommandLine command = wrong.getCommandLine();
            PrintWriter err = command.getErr();
            err.println("hub: " + wrong.getMessage());
            if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
                err.print(
                        command.getHelp().synopsisHeading() + command.getHelp().synopsis(SYNOPSIS_HEADING));
            }
            err.println("'" + command.getCommandSpec().qualifiedName() + " --help' tells more.");
            err.flush();
            return CommandLine.ExitCode.USAGE;
        });
        commandLine.registerConverter(Long.class, HubCommand::wholeNumber);
        commandLine.registerConverter(long.class, HubCommand::wholeNumber);
        return commandLine;
    }

    private static long wholeNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no whole number");
        }
    }

    private static String version() {
        Properties built = new Properties();
        try (InputStream file = Objects.requireNonNull(HubCommand.class.getResourceAsStream("version.properties"))) {
            built.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return built.getProperty("version");
    }
}
