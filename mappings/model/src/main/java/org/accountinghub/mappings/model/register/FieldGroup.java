package org.accountinghub.mappings.model.register;

import java.util.Locale;

/** Fields that have one master together: the service system's store or the accounting system. */
public enum FieldGroup {
    IDENTITY,
    ADDRESSES,
    CONTACT_DATA,
    INVOICING_TERMS,
    PRICES,
    ACTIVITY,
    /** What only the accounting side knows, such as the balance: it is always the master. */
    ACCOUNTING;

    /** As it is written in settings: {@code contact-data}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
