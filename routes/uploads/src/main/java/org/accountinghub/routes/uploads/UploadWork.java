package org.accountinghub.routes.uploads;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.routes.engine.port.OnceAtATime;
import org.accountinghub.routes.engine.port.Upload;
import org.accountinghub.routes.engine.port.UploadLedger;
import org.accountinghub.routes.uploads.file.FileRefused;
import org.accountinghub.routes.uploads.file.TableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks and applies uploads in the background, one at a time over all processes of the hub. What a process left when it
 * died is gone on with: a check from its beginning, an application from the row that was committed last.
 */
public final class UploadWork {

    private static final Logger LOG = LoggerFactory.getLogger(UploadWork.class);

    /** A file that stops the hub each time it is read is not read for ever. */
    static final int MOST_STARTS = 5;

    private final UploadLedger ledger;
    private final RowWriter writer;
    private final OnceAtATime once;
    private final UploadSettings settings;
    private final InstantSource clock;
    private volatile boolean stopping;

    public UploadWork(
            UploadLedger ledger, RowWriter writer, OnceAtATime once, UploadSettings settings, InstantSource clock) {
        this.ledger = ledger;
        this.writer = writer;
        this.once = once;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does all that there is to do; nothing when another process is at it, or once it was stopped. */
    public void run() {
        once.tryRun("uploads", () -> {
            sweep();
            ledger.purge(settings.waits(), settings.remembered());
            for (Optional<Upload> next = ledger.next(); next.isPresent() && !stopping; next = ledger.next()) {
                work(ledger.start(next.get().id()));
            }
        });
    }

    /** Ends at the next batch; what is left is gone on with by another process, or at the next start. */
    public void stop() {
        stopping = true;
    }

    private void work(Upload upload) {
        if (upload.starts() > MOST_STARTS) {
            ledger.giveUp(
                    upload.id(),
                    Upload.State.FAILED,
                    new Upload.Refusal(
                            "the hub was stopped " + MOST_STARTS + " times while it read this file",
                            "Divide the file. What was applied stays; the same file again changes only the rest."));
            return;
        }
        Upload.Phase phase = upload.state() == Upload.State.CHECKING ? Upload.Phase.CHECK : Upload.Phase.APPLY;
        try {
            ledger.ended(upload.id(), phase, read(upload, phase));
            LOG.info("Upload {} of {}: {} ended", upload.id(), upload.register().kind(), phase);
        } catch (FileRefused refused) {
            ledger.giveUp(upload.id(), Upload.State.REFUSED, new Upload.Refusal(refused.reason(), refused.remedy()));
            LOG.info("Upload {} was refused: {}", upload.id(), refused.reason());
        } catch (Reading.Ended ended) {
            LOG.info("Upload {} is left where it is: it was cancelled, or the hub stops", upload.id());
        } catch (IOException e) {
            throw new IllegalStateException("upload " + upload.id() + " cannot be read from the disk", e);
        }
    }

    private List<String> read(Upload upload, Upload.Phase phase) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        Reading reading = new Reading(upload, phase, ledger, writer, settings.limits(), today, () -> stopping);
        try (UnsealedFile file = UnsealedFile.of(settings.folder(), to -> ledger.content(upload.id(), to))) {
            List<String> remarks = new ArrayList<>(new TableFile(file.path(), settings.limits()).read(reading));
            remarks.addAll(reading.finish());
            return remarks;
        }
    }

    private void sweep() {
        try {
            UnsealedFile.sweep(settings.folder());
        } catch (IOException e) {
            throw new IllegalStateException("the folder " + settings.folder() + " cannot be swept", e);
        }
    }
}
