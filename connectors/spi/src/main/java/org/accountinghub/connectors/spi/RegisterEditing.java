package org.accountinghub.connectors.spi;

import java.util.Set;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;

/**
 * Changes records that are at the partner. An edit's {@link Work#bound} holds the partner's id of the record by its
 * register's kind: {@code customer}, {@code article}.
 */
public interface RegisterEditing {

    Delivery<RegisterEdit> edits();

    /** Fields that can be given a value. */
    Set<RegisterField> writable();

    /** Fields that can lose their value. What cannot keeps it, and the edit says so in a note. */
    Set<RegisterField> clearable();
}
