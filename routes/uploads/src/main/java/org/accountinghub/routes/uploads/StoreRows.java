package org.accountinghub.routes.uploads;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.StoreRegisters;

/** Writes uploaded rows into the store. */
public final class StoreRows implements RowWriter {

    private final StoreRegisters store;

    public StoreRows(StoreRegisters store) {
        this.store = store;
    }

    @Override
    public List<Verdict> write(Register register, List<RegisterRecord> records, String who) {
        return store
                .write(
                        "upload of " + who,
                        register,
                        records.stream().map(StoreRows::write).toList())
                .stream()
                .map(StoreRows::verdict)
                .toList();
    }

    private static StoreRegisters.Write write(RegisterRecord record) {
        return new StoreRegisters.Write(record.number(), record.values(), Optional.empty(), OptionalLong.empty());
    }

    private static Verdict verdict(StoreRegisters.Verdict verdict) {
        if (verdict instanceof StoreRegisters.Verdict.Refused refused) {
            return new Verdict(Outcome.REFUSED, "The register refuses it: " + refused.reason() + ".");
        }
        if (verdict instanceof StoreRegisters.Verdict.Overtaken) {
            return new Verdict(Outcome.REFUSED, "Somebody was saving it. Upload the file again.");
        }
        if (verdict instanceof StoreRegisters.Verdict.Created) {
            return new Verdict(Outcome.CREATED, "");
        }
        return new Verdict(verdict instanceof StoreRegisters.Verdict.Updated ? Outcome.UPDATED : Outcome.UNCHANGED, "");
    }
}
