package org.accountinghub.routes.engine.memory;

import java.util.Optional;
import org.accountinghub.mappings.model.register.RegisterField;

/** Hears each value that the hub writes over another. */
@FunctionalInterface
public interface HubWrote {

    /** @param before empty = the record did not have the field, or was not there */
    void wrote(String number, RegisterField field, Optional<String> before, String after);
}
