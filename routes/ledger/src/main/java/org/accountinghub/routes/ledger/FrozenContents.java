package org.accountinghub.routes.ledger;

import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.Transfer;
import org.jspecify.annotations.Nullable;

/** Frozen content, sealed for one transfer of one connection. */
final class FrozenContents {

    private final ContentCipher cipher;

    FrozenContents(ContentCipher cipher) {
        this.cipher = cipher;
    }

    static byte[] canonical(Frozen content) {
        return CanonicalJson.bytes(content);
    }

    byte[] seal(Transfer transfer, byte[] canonical) {
        return cipher.seal(canonical, boundTo(transfer.id(), transfer.connection()));
    }

    byte[] hash(byte[] canonical) {
        return cipher.hash(canonical);
    }

    /** What it becomes at the partner; an invoice as long as nothing was frozen. */
    static Target madeAs(Optional<Frozen> content) {
        return content.filter(Frozen.Document.class::isInstance)
                .map(Frozen.Document.class::cast)
                .map(document -> document.order().target())
                .orElse(Target.INVOICE);
    }

    /** Null for a customer. */
    static @Nullable String reference(Frozen content) {
        return content instanceof Frozen.Document document
                ? document.order().reference().value()
                : null;
    }

    /** In one order for everybody, so that two documents cannot wait for each other's rows. */
    static String[] rowIds(Frozen content) {
        return content instanceof Frozen.Document document
                ? document.order().rows().stream()
                        .map(Row::rowId)
                        .distinct()
                        .sorted()
                        .toArray(String[]::new)
                : new String[0];
    }

    Frozen open(long transferId, String connection, byte[] sealed) {
        return CanonicalJson.read(cipher.open(sealed, boundTo(transferId, connection)), Frozen.class);
    }

    private static String boundTo(long transferId, String connection) {
        return "transfer/" + transferId + "/" + connection;
    }
}
