package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.twentyfoursevenoffice.SaveEffect;

/** Where one register's records are read whole and saved whole. */
interface RecordPlace<W> {

    RegisterForm<W, W> form();

    Set<RegisterField> clearable();

    /** By which people there know the record. */
    String number(W record);

    /** The record with this id and all that the service keeps of it. */
    Reply<Optional<W>> read(String id, Conversation conversation);

    /** The record as it shall be saved. */
    Translation<W> whole(W there, PartnerEdit edit);

    /**
     * Saves it: one request.
     *
     * @param begun when the step began
     */
    Reply<Boolean> save(W whole, Instant begun, Conversation conversation);

    SaveEffect effect(W before, W meant, W after);
}
