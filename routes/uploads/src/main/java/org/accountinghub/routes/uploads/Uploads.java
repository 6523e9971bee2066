package org.accountinghub.routes.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.Upload;
import org.accountinghub.routes.engine.port.UploadLedger;
import org.accountinghub.routes.uploads.file.FileRefused;
import org.accountinghub.routes.uploads.row.Language;

/** Receives uploads and tells of them; the work is done in the background. */
public final class Uploads {

    private static final int PART = 1 << 20;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_LISTED = 100;

    private final UploadLedger ledger;
    private final UploadSettings settings;
    private final Runnable nudge;

    /** @param nudge begins the work soon; without it, it begins a little later */
    public Uploads(UploadLedger ledger, UploadSettings settings, Runnable nudge) {
        this.ledger = ledger;
        this.settings = settings;
        this.nudge = nudge;
    }

    /**
     * Keeps a file, to be checked in the background.
     *
     * @param apply what can be written of it is written once it is checked; else a person is asked
     * @throws FileRefused when it is larger than the limit
     */
    public Upload receive(Register register, String fileName, InputStream content, boolean apply, String who)
            throws IOException {
        long id = ledger.begin(register, shown(fileName), who);
        try {
            long bytes = 0;
            int part = 0;
            for (byte[] block = content.readNBytes(PART); block.length > 0; block = content.readNBytes(PART)) {
                bytes += block.length;
                if (bytes > settings.limits().bytes()) {
                    throw new FileRefused(
                            "the file has more than " + settings.limits().bytes() + " bytes",
                            "Divide it, or have the limit raised.");
                }
                ledger.append(id, part++, block);
            }
            ledger.received(id, bytes, apply);
        } catch (FileRefused refused) {
            ledger.giveUp(id, Upload.State.REFUSED, new Upload.Refusal(refused.reason(), refused.remedy()));
            throw refused;
        } catch (IOException e) {
            ledger.giveUp(
                    id, Upload.State.FAILED, new Upload.Refusal("the file did not arrive in full", "Upload it again."));
            throw e;
        }
        nudge.run();
        return ledger.find(id).orElseThrow();
    }

    public Optional<Upload> find(long id) {
        return ledger.find(id);
    }

    /** Newest first. */
    public List<Upload> list() {
        return ledger.newest(MOST_LISTED);
    }

    /** @return false unless it is checked, or being checked */
    public boolean apply(long id, String who) {
        boolean wanted = ledger.apply(id, who);
        nudge.run();
        return wanted;
    }

    /** @return false unless it is open; what was applied before stays */
    public boolean cancel(long id, String who) {
        return ledger.cancel(id, who);
    }

    /** Writes the result file: one line for each row. False when that phase has none. */
    public boolean result(long id, Upload.Phase phase, OutputStream to) throws IOException {
        if (ledger.find(id)
                .flatMap(phase == Upload.Phase.CHECK ? Upload::check : Upload::apply)
                .isEmpty()) {
            return false;
        }
        to.write(ResultLine.HEADER);
        return ledger.result(id, phase, to);
    }

    /** An empty file with the headers of a register. */
    public void template(Register register, Language language, Template.Format format, OutputStream to)
            throws IOException {
        Template.of(register, language).write(format, to);
    }

    private static String shown(String fileName) {
        String name = PersonalNumbers.masked(fileName.replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replaceAll(".*[/\\\\]", "")
                .strip());
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
