package org.accountinghub.routes.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.Upload;

/**
 * An uploaded register.
 *
 * @param who uploaded it
 * @param reason why it was given up, and {@code remedy} what to do
 * @param remarks about the file
 * @param check what would become of its rows; {@code result} what became of them
 */
public record UploadLine(
        long id,
        Register register,
        String fileName,
        Upload.State state,
        String who,
        Instant received,
        Instant heard,
        long bytes,
        Optional<String> reason,
        Optional<String> remedy,
        List<String> remarks,
        Optional<Rows> check,
        Optional<Rows> result) {

    static UploadLine of(Upload upload) {
        return new UploadLine(
                upload.id(),
                upload.register(),
                upload.fileName(),
                upload.state(),
                upload.who(),
                upload.received(),
                upload.heard(),
                upload.bytes(),
                upload.refusal().map(Upload.Refusal::reason),
                upload.refusal().map(Upload.Refusal::remedy),
                upload.remarks(),
                upload.check().map(Rows::of),
                upload.apply().map(Rows::of));
    }

    /**
     * Rows by what became of them, or would; so far, until it has ended.
     *
     * @param ignored without a number
     */
    public record Rows(
            int rows,
            int created,
            int updated,
            int unchanged,
            int refused,
            int ignored,
            Instant began,
            Instant heard,
            Optional<Instant> ended) {

        static Rows of(Upload.Pass pass) {
            Upload.Tally tally = pass.tally();
            return new Rows(
                    tally.rows(),
                    tally.created(),
                    tally.updated(),
                    tally.unchanged(),
                    tally.refused(),
                    tally.ignored(),
                    pass.began(),
                    pass.heard(),
                    pass.ended());
        }
    }
}
