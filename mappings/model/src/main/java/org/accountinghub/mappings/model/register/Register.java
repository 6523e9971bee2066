package org.accountinghub.mappings.model.register;

import java.util.Locale;
import org.accountinghub.mappings.model.SourceKey;

/** What is kept on both sides and synchronised between them. */
public enum Register {
    CUSTOMERS(SourceKey.CUSTOMER),
    ARTICLES(SourceKey.ARTICLE);

    private final String kind;

    Register(String kind) {
        this.kind = kind;
    }

    /** As it is written in settings and addresses: {@code customers}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of its records' keys. */
    public String kind() {
        return kind;
    }
}
