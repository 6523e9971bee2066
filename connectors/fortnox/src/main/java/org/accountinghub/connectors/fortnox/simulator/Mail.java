package org.accountinghub.connectors.fortnox.simulator;

import tools.jackson.databind.node.ObjectNode;

/** Whether a document can be e-mailed. */
final class Mail {
    private Mail() {}

    /** Refuses a document without an address to send it to; the code is unverified. */
    static void checkAddress(ObjectNode document) {
        if (Field.isEmpty(document.path("EmailInformation").path("EmailAddressTo"))) {
            throw Refusal.of("E-postadress saknas.", 2000725);
        }
    }
}
