package org.accountinghub.connectors.testkit.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;
import org.accountinghub.mappings.model.Reference;

/** Bad in what they tell of documents that are there. */
final class ReturnsMutants {

    private static final Problems NOT = new Problems();

    private ReturnsMutants() {}

    /** What a bad answer says. */
    private static final class Problems {
        Outcome.Rejected rejected() {
            return new Outcome.Rejected(SoundClient.problem("no"));
        }

        Outcome.Retry retry() {
            return new Outcome.Retry(SoundClient.problem("later"), Optional.empty(), true);
        }
    }

    static List<Mutant> all() {
        return List.of(
                back("sees no change", Constant::new, "oneIsSeenAfterItsCreationAndAgainAfterAChange"),
                back("lists everything every time", Everything::new, "whatDidNotChangeIsNotListedForEver"),
                back("reads the first page", FirstPage::new, "everyPageIsRead"),
                back("cannot say that there is none", NeverEmpty::new, "oneThatIsNotThereIsEmpty"),
                back("takes any hit for a carrier", AnyHit::new, "onlyThoseWithExactlyTheReferenceCarryIt"),
                back("takes silence for a refusal", Final::new, "anAnswerThatIsNoneSaysWhy"),
                back("waits for a revoked consent", Waiting::new, "aRevokedConsentBlocks"),
                Mutant.of(
                        "never sees that one is booked",
                        Kits.InvoicesBack.class,
                        Unbooked::new,
                        "anInvoiceIsReadWholeAndAgreesWithWhatWasSent"),
                back("knows no numbers", Nameless::new, "whatPeopleCallAnInvoiceLeadsToItsId"),
                Mutant.of(
                        "knows no numbers of orders",
                        Kits.OrdersBack.class,
                        NamelessOrders::new,
                        "whatPeopleCallAnOrderLeadsToItsId"),
                orders("doubles the amount", (partner, order) -> doubled(order), "anOpenOrderIsReadWhole"),
                orders(
                        "names no invoice of a single order",
                        (partner, order) ->
                                partner.shares(partner.paper(order.number())) || order.status() != Status.INVOICED
                                        ? order
                                        : with(order, order.status(), List.of()),
                        "anInvoicedOrderAndItsInvoiceFindEachOther"),
                orders(
                        "takes a part for the whole",
                        (partner, order) -> status(order, Status.PARTLY_INVOICED, Status.INVOICED),
                        "aPartlyInvoicedOrderIsNotInvoiced"),
                orders(
                        "does not know shared invoices",
                        (partner, order) -> partner.shares(partner.paper(order.number()))
                                ? with(order, Status.OPEN, List.of())
                                : order,
                        "oneInvoiceOfSeveralOrdersBelongsToEach"),
                orders(
                        "takes a cancelled order for an open one",
                        (partner, order) -> status(order, Status.CANCELLED, Status.OPEN),
                        "aCancelledOrderSaysSo"),
                Mutant.of(
                        "cannot say that an order is gone",
                        Kits.OrdersBack.class,
                        Attached::new,
                        "aDeletedOrderIsGone"));
    }

    private static Mutant back(String words, Making making, String rule) {
        return Mutant.of(
                words,
                Kits.InvoicesBack.class,
                parts -> new SoundConnector(parts) {
                    @Override
                    public Returns<Invoice> invoicesBack() {
                        return making.of(client, this);
                    }
                },
                rule);
    }

    private static Mutant orders(String words, BiFunction<PaperPartner, PlacedOrder, PlacedOrder> told, String rule) {
        return Mutant.of(
                words,
                Kits.OrdersBack.class,
                parts -> new SoundConnector(parts) {
                    @Override
                    PlacedOrder order(Paper paper) {
                        return told.apply(parts.partner(), super.order(paper));
                    }
                },
                rule);
    }

    private static PlacedOrder status(PlacedOrder order, Status from, Status to) {
        return order.status() == from ? with(order, to, order.invoices()) : order;
    }

    private static PlacedOrder with(PlacedOrder order, Status status, List<String> invoices) {
        return new PlacedOrder(
                order.number(),
                order.reference(),
                order.customerNumber(),
                order.customerId(),
                order.date(),
                order.currency(),
                order.rows(),
                order.net(),
                order.total(),
                status,
                invoices);
    }

    private static PlacedOrder doubled(PlacedOrder order) {
        UnaryOperator<Money> twice = money -> money.plus(money);
        return new PlacedOrder(
                order.number(),
                order.reference(),
                order.customerNumber(),
                order.customerId(),
                order.date(),
                order.currency(),
                order.rows(),
                twice.apply(order.net()),
                twice.apply(order.total()),
                order.status(),
                order.invoices());
    }

    /** Makes what tells of invoices. */
    private interface Making {
        Returns<Invoice> of(SoundClient client, SoundConnector connector);
    }

    private abstract static class Invoices extends SoundReturns<Invoice> {
        Invoices(SoundClient client, SoundConnector connector) {
            super(client, "invoices", connector::invoice);
        }
    }

    private static final class Constant extends Invoices {
        Constant(SoundClient client, SoundConnector connector) {
            super(client, connector);
        }

        @Override
        String fingerprint(List<String> line) {
            return "as ever";
        }
    }

    private static final class Everything extends Invoices {
        Everything(SoundClient client, SoundConnector connector) {
            super(client, connector);
        }

        @Override
        public Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
            return super.changedSince(Instant.EPOCH, page, conversation);
        }
    }

    private static final class FirstPage extends Invoices {
        FirstPage(SoundClient client, SoundConnector connector) {
            super(client, connector);
        }

        @Override
        Optional<String> next(Optional<String> told) {
            return Optional.empty();
        }
    }

    private static final class NeverEmpty extends Invoices {
        NeverEmpty(SoundClient client, SoundConnector connector) {
            super(client, connector);
        }

        @Override
        public Answer<Optional<Invoice>> read(String id, Conversation conversation) {
            return refusedWhenEmpty(super.read(id, conversation));
        }
    }

    private static final class AnyHit extends Invoices {
        AnyHit(SoundClient client, SoundConnector connector) {
            super(client, connector);
        }

        @Override
        boolean isCarried(Brief brief, Reference reference) {
            return true;
        }
    }

    private static final class Final extends Invoices {
        Final(SoundClient client, SoundConnector connector) {
            super(client, connector);
        }

        @Override
        Outcome why(Outcome outcome) {
            return outcome instanceof Outcome.Retry ? NOT.rejected() : outcome;
        }
    }

    private static final class Waiting extends Invoices {
        Waiting(SoundClient client, SoundConnector connector) {
            super(client, connector);
        }

        @Override
        Outcome why(Outcome outcome) {
            return outcome instanceof Outcome.Blocked ? NOT.retry() : outcome;
        }
    }

    private static final class Unbooked extends SoundConnector {
        Unbooked(SoundFactory.Parts parts) {
            super(parts);
        }

        @Override
        Invoice invoice(Paper paper) {
            return super.invoice(paper.unbooked());
        }
    }

    private static final class Nameless extends Invoices {
        Nameless(SoundClient client, SoundConnector connector) {
            super(client, connector);
        }

        @Override
        public Answer<Optional<String>> idOf(String called, Conversation conversation) {
            return new Answer.Value<>(Optional.empty());
        }
    }

    private static final class NamelessOrders extends SoundConnector {
        NamelessOrders(SoundFactory.Parts parts) {
            super(parts);
        }

        @Override
        public Returns<PlacedOrder> ordersBack() {
            return new SoundReturns<>(client, "orders", this::order) {
                @Override
                public Answer<Optional<String>> idOf(String called, Conversation conversation) {
                    return new Answer.Value<>(Optional.empty());
                }
            };
        }
    }

    private static final class Attached extends SoundConnector {
        Attached(SoundFactory.Parts parts) {
            super(parts);
        }

        @Override
        public Returns<PlacedOrder> ordersBack() {
            return new SoundReturns<>(client, "orders", this::order) {
                @Override
                public Answer<Optional<PlacedOrder>> read(String id, Conversation conversation) {
                    Answer<Optional<PlacedOrder>> answer = super.read(id, conversation);
                    return id.length() < 3 ? refusedWhenEmpty(answer) : answer;
                }
            };
        }
    }

    private static <T> Answer<Optional<T>> refusedWhenEmpty(Answer<Optional<T>> answer) {
        return answer instanceof Answer.Value<Optional<T>> value
                        && value.value().isEmpty()
                ? new Answer.None<>(NOT.rejected())
                : answer;
    }
}
