package org.accountinghub.routes.engine.byhand;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.routes.engine.port.AppliedRule;
import org.accountinghub.routes.engine.port.OrderVersion;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.accountinghub.routes.engine.port.StoredOrders;

/** A partner with at most one invoice that is only read, and a store that knows nothing. */
final class Books implements InvoiceSink, InvoiceSource, StoredOrders {

    Optional<Invoice> invoice = Optional.empty();
    Optional<Answer<Optional<Invoice>>> trouble = Optional.empty();

    @Override
    public Delivery<BillableOrder> invoices() {
        return new Delivery<>() {
            @Override
            public List<Step> steps(BillableOrder document) {
                return List.of(Step.create(IdempotencyClass.C, Duration.ZERO));
            }

            @Override
            public Outcome perform(Work<BillableOrder> work, Conversation conversation) {
                throw new AssertionError("nothing is written");
            }

            @Override
            public Finding find(Work<BillableOrder> work, Conversation conversation) {
                throw new AssertionError("a person has found it");
            }

            @Override
            public Rehearsal rehearse(BillableOrder document, Map<String, String> bound, Conversation conversation) {
                throw new AssertionError("nothing is rehearsed");
            }
        };
    }

    @Override
    public Returns<Invoice> invoicesBack() {
        return new Returns<>() {
            @Override
            public Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
                throw new AssertionError("no list is asked for");
            }

            @Override
            public Answer<Optional<Invoice>> read(String id, Conversation conversation) {
                return trouble.orElseGet(() -> new Answer.Value<>(invoice));
            }

            @Override
            public Answer<List<Brief>> carrying(Reference reference, Conversation conversation) {
                throw new AssertionError("a person has found it");
            }
        };
    }

    @Override
    public List<Problem> check(Conversation conversation) {
        return List.of();
    }

    @Override
    public void close() {
        // holds nothing open
    }

    @Override
    public List<DocumentKey> documentsOf(String number, Optional<String> kind, Optional<String> subgroup) {
        return List.of();
    }

    @Override
    public Reading<BillableOrder> asItStands(DocumentKey key, LocalDate documentDate) {
        return new Reading.Gone<>("nobody has it");
    }

    @Override
    public List<OrderVersion> versionsOf(String number, String kind) {
        return List.of();
    }

    @Override
    public OrderVersion.Changed changedSince(Optional<Long> mark) {
        return new OrderVersion.Changed(List.of(), 0);
    }

    @Override
    public List<AppliedRule> rules(DocumentKey key) {
        return List.of();
    }
}
