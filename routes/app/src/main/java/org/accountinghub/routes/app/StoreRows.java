package org.accountinghub.routes.app;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.StoreRegisters;
import org.accountinghub.routes.uploads.Outcome;
import org.accountinghub.routes.uploads.RowWriter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes uploaded rows into the store. Trying is writing in a transaction that is rolled back. */
final class StoreRows implements RowWriter {

    private static final int SECONDS = 30;

    private final StoreRegisters store;
    private final TransactionTemplate trials;

    StoreRows(StoreRegisters store, PlatformTransactionManager transactions) {
        this.store = store;
        this.trials = new TransactionTemplate(transactions);
        this.trials.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.trials.setTimeout(SECONDS);
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

    @Override
    public List<Verdict> tryOut(Register register, List<RegisterRecord> records, String who) {
        return Objects.requireNonNull(trials.execute(trial -> {
            trial.setRollbackOnly();
            return write(register, records, who);
        }));
    }

    private static StoreRegisters.Write write(RegisterRecord record) {
        Map<RegisterField, String> fields = record.values();
        return new StoreRegisters.Write(record.number(), fields, Optional.empty(), OptionalLong.empty());
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
