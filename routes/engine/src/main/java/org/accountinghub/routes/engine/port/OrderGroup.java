package org.accountinghub.routes.engine.port;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;

/**
 * Documents sent as orders with everything known of them at the partner. One order may have rest orders and several
 * invoices, and one invoice several orders: what is connected is held against what was sent together.
 *
 * @param orders as last read, by the partner's id; one that was bound and not read yet is missing
 * @param invoices as last read, by the partner's id
 */
public record OrderGroup(
        List<Member> members, Map<String, Part<PlacedOrder>> orders, Map<String, Part<Invoice>> invoices) {

    public OrderGroup {
        members = List.copyOf(members);
        orders = new TreeMap<>(orders);
        invoices = new TreeMap<>(invoices);
    }

    /**
     * One document and what it is over there.
     *
     * @param orders ids, the bound one among them
     * @param invoices ids
     */
    public record Member(DeliveredDocument document, Set<String> orders, Set<String> invoices) {

        public Member {
            orders = new LinkedHashSet<>(orders);
            invoices = new LinkedHashSet<>(invoices);
        }

        public long transferId() {
            return document.transferId();
        }
    }

    /**
     * An order or an invoice as last read.
     *
     * @param content empty when it is not there any more
     * @param fingerprint of the list it was seen in; empty keeps the one recorded last
     * @param news whether it was read just now and is to be recorded
     */
    public record Part<D>(Optional<D> content, Optional<String> fingerprint, boolean news) {}
}
