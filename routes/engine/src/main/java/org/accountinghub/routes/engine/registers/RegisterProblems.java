package org.accountinghub.routes.engine.registers;

import java.util.Collection;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.accountinghub.mappings.model.RegistrationCheck.Invalid;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;

/** What can be wrong with a register or one of its records. */
public final class RegisterProblems {

    private RegisterProblems() {}

    static Problem notMatched(Register register) {
        return problem(
                "register.not-matched",
                Stage.HUB,
                "nobody has approved yet which " + register.kind() + "s of the two sides belong together",
                "Look at what matches and approve it: ./hub registers match");
    }

    static Problem hubStopped() {
        return problem(
                "register.hub-stopped",
                Stage.HUB,
                "the hub that did it was stopped",
                "Nothing: it goes on where it stopped as soon as a hub runs");
    }

    static Problem notRead(String connector, Register register) {
        return problem(
                "register.not-read",
                Stage.CONNECTION,
                "connector " + connector + " does not tell which " + register.kind() + "s there are",
                "Take the register out of the connection's settings");
    }

    static Problem suspicious(long seen, long linked) {
        return problem(
                "register.suspicious",
                Stage.PARTNER,
                "the accounting system listed " + seen + " records, although " + linked
                        + " are known to be there: nothing was deactivated",
                "Look whether the right company is connected and may be read, then import the whole register again");
    }

    static Problem notApproved(String kind) {
        return problem(
                "register.not-approved",
                Stage.HUB,
                "its line of the match report is not approved: " + kind,
                "Approve or decline the line: ./hub registers approve");
    }

    static Problem resembles(String what) {
        return problem(
                "register.resembles-another",
                Stage.HUB,
                "it is not clear whether it is there already: " + what,
                "Look at what matches, and approve what is right: ./hub registers match");
    }

    static Problem numberTaken(String number) {
        return problem(
                "register.number-taken",
                Stage.STORE,
                "number " + number + " is used in the service system by another record",
                "Look at what matches, and decide: ./hub registers match");
    }

    static Problem noNumber(String number) {
        return problem(
                "register.number-refused",
                Stage.STORE,
                "the service system has no number for the record that is " + number + " in the accounting system",
                "Change the number in the accounting system, or the rule for numbers in the service system");
    }

    static Problem refused(String reason) {
        return problem(
                "register.refused-by-store",
                Stage.STORE,
                "the service system does not take it: " + reason,
                "Mend the record in the accounting system; the next import takes it");
    }

    /** The number itself is never told. */
    static Problem unfit(Invalid wrong) {
        return problem(
                "register.registration-number-invalid",
                Stage.PARTNER,
                "the registration number in the accounting system is not taken over, since it cannot be right: "
                        + wrong.reason(),
                "Correct it in the accounting system. " + wrong.remedy());
    }

    static Problem unlinked(String number) {
        return problem(
                "register.not-linked",
                Stage.HUB,
                number + " belongs to no record of the accounting system",
                "Look at what matches: ./hub registers match");
    }

    static Problem deletedHere(String number) {
        return problem(
                "register.deleted-here",
                Stage.STORE,
                number + " was deleted in the service system and is still in the accounting system",
                "Deactivate it in the accounting system, or leave it there");
    }

    static Problem goneThere(String number) {
        return problem(
                "register.gone-there",
                Stage.PARTNER,
                number + " is no longer in the accounting system",
                "Deactivate it in the service system, or bring it again with its next order");
    }

    static Problem busy(String number) {
        return problem(
                "register.changed-meanwhile",
                Stage.STORE,
                number + " was being changed in the service system again and again",
                "Wait: the next import takes it");
    }

    static Problem error(RuntimeException e) {
        return problem(
                "register.error-in-hub",
                Stage.HUB,
                "the hub failed at this record: " + e.getClass().getSimpleName(),
                "Report the error in the hub's log");
    }

    /** What a person should know of an edit that was sent. */
    public static Problem uncleared(Collection<RegisterField> fields) {
        return problem(
                "register.not-cleared",
                Stage.PARTNER,
                "the accounting system cannot clear "
                        + fields.stream().map(RegisterField::label).collect(Collectors.joining(", "))
                        + ": the value there stays",
                "Clear it by hand in the accounting system if it matters");
    }

    private static Problem problem(String cause, Stage stage, String reason, String remedy) {
        return Problem.of(cause, stage, reason, remedy);
    }
}
