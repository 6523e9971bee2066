package org.accountinghub.routes.engine.delivery;

import java.util.List;
import java.util.stream.Collectors;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;

/** What the engine itself has to complain about. */
public final class EngineProblems {

    private EngineProblems() {}

    /** Several problems of one document as one: the first leads, so that it is grouped, and all are told. */
    static Problem together(List<Problem> problems) {
        Problem first = problems.get(0);
        if (problems.size() == 1) {
            return first;
        }
        return new Problem(
                first.cause(),
                first.stage(),
                first.field(),
                problems.stream().map(EngineProblems::reasonWithField).collect(Collectors.joining("; ")),
                problems.stream().map(Problem::remedy).distinct().collect(Collectors.joining("; ")),
                first.partnerSays());
    }

    private static String reasonWithField(Problem problem) {
        return problem.field().map(field -> field + ": ").orElse("") + problem.reason();
    }

    public static Problem unsupported(String connector, BillableOrder.Target target) {
        return unsupported(connector, target == BillableOrder.Target.ORDER ? "orders as orders" : "invoices");
    }

    static Problem unsupported(String connector, String what) {
        return Problem.of(
                "engine.not-supported",
                Stage.CONNECTION,
                "connector " + connector + " does not take " + what,
                "Change how the service system sends this to one the accounting system takes, then retry");
    }

    public static Problem numbersUnsupported(String connector, Numbers numbers) {
        return Problem.of(
                        "engine.numbers-not-supported",
                        Stage.CONNECTION,
                        "connector " + connector + " cannot give new customers "
                                + (numbers == Numbers.OURS ? "our numbers" : "numbers of the accounting system's own"),
                        "Write another word at the connection's registers: customers: numbers, or leave that line out")
                .at("registers.customers.numbers");
    }

    static Problem customerGone(SourceKey customer, String why) {
        return Problem.of(
                "engine.customer-gone",
                Stage.STORE,
                "customer " + customer.number() + " cannot be sent: " + why,
                "Choose another customer or payer in the service system, then retry");
    }

    public static Problem customerDismissed(SourceKey customer) {
        return Problem.of(
                "engine.customer-dismissed",
                Stage.HUB,
                "customer " + customer.number() + " is not in the accounting system, and its transfer was dismissed",
                "Restore the customer's transfer, then retry");
    }

    public static Problem customerNumberUsedAgain(SourceKey customer, String sent, String now) {
        return Problem.of(
                        "engine.customer-number-used-again",
                        Stage.STORE,
                        "customer " + customer.number() + " is \"" + now + "\", but was \"" + sent
                                + "\" when it was brought to the accounting system",
                        "Give the customer a number of its own in the service system, then retry")
                .at("customer.number");
    }

    /** That an answer was lost which cannot be searched for; of a step after the document, that step is all that is open. */
    static Problem inDoubt(Work<?> work) {
        return work.done(Step.CREATE)
                .map(document -> stepInDoubt(document, work.step()))
                .orElseGet(EngineProblems::documentInDoubt);
    }

    private static Problem stepInDoubt(PartnerDocument document, Step step) {
        return Problem.of(
                "engine.step-in-doubt",
                Stage.PARTNER,
                "document " + document.number() + " is made; whether step " + step.name()
                        + " was done is not known: its answer was lost and it cannot be searched for",
                "Look in the accounting system whether " + step.name()
                        + " was done. If it was: ./hub transfers complete ID; else retry with --not-there");
    }

    private static Problem documentInDoubt() {
        return Problem.of(
                "engine.in-doubt",
                Stage.PARTNER,
                "the accounting system may have made this document; its answer was lost and it cannot be searched for",
                "Look for the document in the accounting system. If it is there, give its number: ./hub transfers delivered ID"
                        + " --number N; else retry with --not-there");
    }

    static Problem exhausted(int attempts) {
        return Problem.of(
                "engine.attempts-exhausted",
                Stage.HUB,
                "tried " + attempts + " times",
                "Read the last attempts. " + takenUp("engine.attempts-exhausted"));
    }

    /** What was tried in vain, and is not tried again by itself whatever the connector's words promise. */
    static Problem givenUp(Problem problem, int attempts) {
        return new Problem(
                problem.cause(),
                problem.stage(),
                problem.field(),
                problem.reason(),
                "It was tried " + attempts + " times and is not tried again by itself. " + takenUp(problem.cause()),
                problem.partnerSays());
    }

    private static String takenUp(String cause) {
        return "When the accounting system answers again, or what is wrong is mended, take up all of them at once: ./hub problems"
                + " retry " + cause;
    }

    static Problem connectorBroke(String contract) {
        return Problem.of(
                "engine.connector-contract",
                Stage.HUB,
                "the connector threw " + contract + " out of a step: whether the write was made is unknown",
                "Report this as an error of the connector; the hub looks for the document by itself");
    }

    static Problem errorInHub() {
        return Problem.of(
                "engine.error-in-hub",
                Stage.HUB,
                "the hub failed at this transfer again and again",
                "Report the error in the hub's log; retry when it is mended");
    }
}
