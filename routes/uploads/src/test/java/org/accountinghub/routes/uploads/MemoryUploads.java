package org.accountinghub.routes.uploads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.Upload;
import org.accountinghub.routes.engine.port.UploadLedger;

/** The ledger's uploads as a database would keep them, commits and all, together with a register beside it. */
final class MemoryUploads implements UploadLedger {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** One upload's row and what hangs on it. */
    private static final class Kept {
        Upload upload;
        boolean wanted;
        final ByteArrayOutputStream content = new ByteArrayOutputStream();
        final Map<Upload.Phase, ByteArrayOutputStream> results = new EnumMap<>(Upload.Phase.class);

        Kept(Upload upload) {
            this.upload = upload;
        }
    }

    private final Map<Long, Kept> kept = new TreeMap<>();
    private final MemoryRegister register;

    MemoryUploads(MemoryRegister register) {
        this.register = register;
    }

    @Override
    public long begin(Register register, String fileName, String who) {
        long id = kept.size() + 1L;
        kept.put(
                id,
                new Kept(new Upload(
                        id,
                        register,
                        fileName,
                        who,
                        Upload.State.RECEIVING,
                        NOW,
                        NOW,
                        0,
                        0,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty())));
        return id;
    }

    @Override
    public void append(long id, int part, byte[] content) {
        kept.get(id).content.writeBytes(content);
    }

    @Override
    public void received(long id, long bytes, boolean apply) {
        kept.get(id).wanted = apply;
        become(id, Upload.State.CHECKING, 0, Optional.empty(), List.of());
    }

    @Override
    public Optional<Upload> find(long id) {
        return Optional.ofNullable(kept.get(id)).map(one -> one.upload);
    }

    @Override
    public List<Upload> newest(int limit) {
        return kept.values().stream().map(one -> one.upload).toList();
    }

    @Override
    public Optional<Upload> next() {
        return kept.values().stream()
                .map(one -> one.upload)
                .filter(one -> one.state() == Upload.State.CHECKING || one.state() == Upload.State.APPLYING)
                .findFirst();
    }

    @Override
    public Upload start(long id) {
        Upload now = kept.get(id).upload;
        if (now.state() == Upload.State.CHECKING) {
            kept.get(id).results.remove(Upload.Phase.CHECK);
            pass(id, Upload.Phase.CHECK, fresh());
        } else if (now.apply().isEmpty()) {
            pass(id, Upload.Phase.APPLY, fresh());
        }
        become(id, now.state(), now.starts() + 1, Optional.empty(), now.remarks());
        return kept.get(id).upload;
    }

    @Override
    public void content(long id, OutputStream to) throws IOException {
        kept.get(id).content.writeTo(to);
    }

    @Override
    public boolean advance(long id, Upload.Phase phase, int from, int to, Upload.Tally tally, byte[] lines) {
        Upload now = kept.get(id).upload;
        Upload.Pass before = (phase == Upload.Phase.CHECK ? now.check() : now.apply()).orElseThrow();
        if (now.state() != phase.state() || before.place() != from) {
            return false;
        }
        pass(id, phase, new Upload.Pass(to, before.tally().plus(tally), NOW, NOW, Optional.empty()));
        kept.get(id)
                .results
                .computeIfAbsent(phase, any -> new ByteArrayOutputStream())
                .writeBytes(lines);
        return true;
    }

    @Override
    public void ended(long id, Upload.Phase phase, List<String> remarks) {
        if (kept.get(id).upload.state() == phase.state()) {
            Upload.State next = kept.get(id).wanted ? Upload.State.APPLYING : Upload.State.CHECKED;
            become(id, phase == Upload.Phase.APPLY ? Upload.State.DONE : next, 0, Optional.empty(), remarks);
        }
    }

    @Override
    public void giveUp(long id, Upload.State state, Upload.Refusal why) {
        become(id, state, 0, Optional.of(why), List.of());
    }

    @Override
    public boolean apply(long id, String who) {
        Upload.State state = kept.get(id).upload.state();
        kept.get(id).wanted = true;
        if (state == Upload.State.CHECKED) {
            become(
                    id,
                    Upload.State.APPLYING,
                    0,
                    Optional.empty(),
                    kept.get(id).upload.remarks());
        }
        return state == Upload.State.CHECKED || state == Upload.State.CHECKING;
    }

    @Override
    public boolean cancel(long id, String who) {
        boolean open = kept.get(id).upload.state().isOpen();
        if (open) {
            become(id, Upload.State.CANCELLED, 0, Optional.empty(), List.of());
        }
        return open;
    }

    @Override
    public boolean result(long id, Upload.Phase phase, OutputStream to) throws IOException {
        ByteArrayOutputStream lines = kept.get(id).results.get(phase);
        if (lines != null) {
            lines.writeTo(to);
        }
        return lines != null;
    }

    @Override
    public <T> T inOneCommit(Supplier<T> work) {
        Map<String, Map<RegisterField, String>> before = register.copy();
        try {
            return work.get();
        } catch (RuntimeException e) {
            register.restore(before);
            throw e;
        }
    }

    @Override
    public <T> T inTrial(Supplier<T> work) {
        Map<String, Map<RegisterField, String>> before = register.copy();
        try {
            return work.get();
        } finally {
            register.restore(before);
        }
    }

    @Override
    public void purge(Duration contents, Duration results) {
        // nothing grows old here
    }

    private static Upload.Pass fresh() {
        return new Upload.Pass(0, Upload.Tally.NONE, NOW, NOW, Optional.empty());
    }

    private void pass(long id, Upload.Phase phase, Upload.Pass pass) {
        Upload now = kept.get(id).upload;
        boolean check = phase == Upload.Phase.CHECK;
        kept.get(id).upload = copy(
                now,
                now.state(),
                now.starts(),
                now.refusal(),
                now.remarks(),
                check ? Optional.of(pass) : now.check(),
                check ? now.apply() : Optional.of(pass));
    }

    private void become(
            long id, Upload.State state, int starts, Optional<Upload.Refusal> refusal, List<String> remarks) {
        Upload now = kept.get(id).upload;
        kept.get(id).upload = copy(now, state, starts, refusal, remarks, now.check(), now.apply());
    }

    private static Upload copy(
            Upload now,
            Upload.State state,
            int starts,
            Optional<Upload.Refusal> refusal,
            List<String> remarks,
            Optional<Upload.Pass> check,
            Optional<Upload.Pass> apply) {
        return new Upload(
                now.id(),
                now.register(),
                now.fileName(),
                now.who(),
                state,
                NOW,
                NOW,
                now.bytes(),
                starts,
                refusal,
                new ArrayList<>(remarks),
                check,
                apply);
    }
}
