package org.accountinghub.routes.uploads;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.Upload;
import org.accountinghub.routes.engine.port.UploadLedger;

/** The whole room over memory, and the words tests say most. */
final class UploadRoom {

    final MemoryRegister register = new MemoryRegister();
    final UploadLedger ledger = new MemoryUploads(register);
    final Path folder;
    final Uploads uploads;
    final UploadWork work;

    UploadRoom(Path folder) {
        this.folder = folder;
        UploadSettings settings = UploadSettings.usual(folder);
        this.uploads = new Uploads(ledger, settings, () -> {});
        this.work = new UploadWork(
                ledger,
                register,
                (what, job) -> {
                    job.run();
                    return true;
                },
                settings,
                InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")));
    }

    Upload upload(Register register, String text, boolean apply) {
        return upload(register, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), apply);
    }

    Upload upload(Register register, InputStream content, boolean apply) {
        try {
            long id = uploads.receive(register, "a file.csv", content, apply, "anna")
                    .id();
            work.run();
            return ledger.find(id).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Upload applied(Upload upload) {
        uploads.apply(upload.id(), "berit");
        work.run();
        return ledger.find(upload.id()).orElseThrow();
    }

    String result(Upload upload, Upload.Phase phase) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            uploads.result(upload.id(), phase, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString(StandardCharsets.UTF_8);
    }
}
