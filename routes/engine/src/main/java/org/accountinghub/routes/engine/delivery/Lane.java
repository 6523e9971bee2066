package org.accountinghub.routes.engine.delivery;

import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;

/**
 * What differs between the kinds of subjects: how one is read, frozen, thawed and delivered.
 *
 * @param <D> the content
 */
interface Lane<D> {

    /** The kind's delivery at the partner; empty when the connector does not take this content. */
    Optional<Delivery<D>> delivery(D content);

    /** The problem to tell when {@link #delivery} is empty. */
    Problem unsupported(D content);

    Reading<D> read();

    Frozen freeze(D content);

    /** The content of what was frozen by an earlier attempt. */
    D thaw(Frozen frozen);

    /** The customer that must be at the partner first. */
    Optional<Customer> dependsOn(D content);

    /** The customer that it is about or names; what it is at the partner, once bound, goes with the work. */
    Optional<SourceKey> customer(D content);

    /** What {@link org.accountinghub.connectors.spi.Work#bound} holds. */
    default Map<String, String> bound(Optional<CustomerThere> customer) {
        return customer.map(there -> Map.of(SourceKey.CUSTOMER, there.id())).orElse(Map.of());
    }

    /** Why a customer that is not bound must not be brought yet. */
    default Optional<Ending> notYet(D content) {
        return Optional.empty();
    }

    /** What to do when the store no longer wants it and nothing was made: a problem, or empty = withdraw. */
    Optional<Problem> gone(String why);

    /**
     * What a person should know now that it was made.
     *
     * @param told whether the store may have heard of it, and want it no more for that reason alone
     */
    Optional<Problem> changedSince(D sent, boolean told);
}
