package org.accountinghub.routes.uploads;

import java.util.List;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** Writes records into the service system's register: only the fields that a record knows, an empty one is cleared. */
@FunctionalInterface
public interface RowWriter {

    /**
     * One verdict for each record, in order. No number comes twice.
     *
     * @param who asked for it, as the register's history shows it
     */
    List<Verdict> write(Register register, List<RegisterRecord> records, String who);

    /**
     * What became of a record, or would.
     *
     * @param reason in plain words; empty unless refused
     */
    record Verdict(Outcome outcome, String reason) {}
}
