package org.accountinghub.routes.uploads;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.accountinghub.routes.uploads.file.Limits;

/**
 * What uploads are told.
 *
 * @param folder where a file is unsealed while it is read; nothing else may be in it
 * @param limits of a file
 * @param zone whose today tells the century of personal numbers with ten digits
 * @param waits how long a checked upload waits for a person's word before its file is removed
 * @param remembered how long an upload and its results can be looked at
 */
public record UploadSettings(Path folder, Limits limits, ZoneId zone, Duration waits, Duration remembered) {

    public static UploadSettings usual(Path folder) {
        return new UploadSettings(
                folder, Limits.USUAL, ZoneId.of("Europe/Stockholm"), Duration.ofDays(7), Duration.ofDays(30));
    }

    public UploadSettings withLimits(Limits other) {
        return new UploadSettings(folder, other, zone, waits, remembered);
    }
}
