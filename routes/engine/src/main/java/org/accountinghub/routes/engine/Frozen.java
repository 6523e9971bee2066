package org.accountinghub.routes.engine;

import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.register.RegisterEdit;

/** The content a transfer was first intended with; retries and comparisons use it, never the store. */
public sealed interface Frozen {

    /** Frozen document. */
    record Document(BillableOrder order) implements Frozen {}

    /** Frozen customer. */
    record CustomerRecord(Customer customer) implements Frozen {}

    /** Frozen article. */
    record ArticleRecord(Article article) implements Frozen {}

    /** What of a record is changed at the partner. */
    record Edit(RegisterEdit edit) implements Frozen {}
}
