package org.accountinghub.routes.engine.registers;

import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;

/** What people call a linked record over there, by which nothing is found: they may change it, and the link stays. */
final class NumberThere {

    private NumberThere() {}

    /** The link with the number that the record has now. A number that is the partner's own id is no other's to change. */
    static Link followed(Link link, There there) {
        return link.partnerNumber().equals(link.partnerId())
                ? link
                : new Link(link.number(), link.partnerId(), there.record().number(), link.by());
    }
}
