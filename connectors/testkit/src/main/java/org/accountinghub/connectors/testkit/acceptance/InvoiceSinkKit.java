package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Invoice;
import org.junit.jupiter.api.Test;

/** Invoices: one for each order, found again by reference, customer and amounts. */
public abstract class InvoiceSinkKit extends WriteKit {

    private static final BigDecimal NET = new BigDecimal("1250.40");

    @Test
    final void theAmountsArriveToTheOere() {
        bring();

        assertThat(created(Invoice.class)).singleElement().satisfies(effect -> {
            assertThat(effect.customer()).isEqualTo(Documents.order().payer().number());
            assertThat(effect.reference())
                    .isEqualTo(Documents.order().reference().value());
            assertThat(effect.currency()).isEqualTo("SEK");
            assertThat(effect.amounts().values()).anyMatch(amount -> amount.compareTo(NET) == 0);
        });
    }

    @Test
    final void aNeighbourWhoseReferenceContainsOursIsNoHit() {
        trial().bench().addInvoice(Documents.order(), payer(), "X" + reference() + "1");

        assertThat(lookFor()).isInstanceOf(Finding.Absent.class);
    }

    @Test
    final void twoWithTheReferenceAreAProblem() {
        bring();
        trial().bench().addInvoice(Documents.order(), payer(), reference());

        assertThat(lookFor()).isInstanceOf(Finding.Disagrees.class);
    }

    @Test
    final void oneWithTheReferenceForAnotherCustomerIsAProblem() {
        trial().bench().addCustomer("900", "Somebody Else AB", "556000-0167");
        trial().bench().addInvoice(Documents.order(), "900", reference());

        assertThat(lookFor()).isInstanceOf(Finding.Disagrees.class);
    }

    @Test
    final void oneWithTheReferenceAndOtherAmountsIsAProblem() {
        BillableOrder other = Documents.orderWithUnknownArticle();
        trial().bench().addInvoice(withOneRow(other), payer(), reference());

        assertThat(lookFor()).isInstanceOf(Finding.Disagrees.class);
    }

    @Test
    final void aSearchThatFailsIsNeverTakenForAbsence() {
        bring();
        for (Fault fault :
                List.of(Fault.cut(), Fault.status(500), Fault.status(503), Fault.status(429), Fault.malformed())) {
            faults().clear();
            faults().on(trial().bench().searchesInvoice()).next(fault);

            assertThat(lookFor())
                    .as("after %s", fault)
                    .isInstanceOfSatisfying(
                            Finding.Unreachable.class,
                            unreachable -> assertThat(unreachable.outcome()).isInstanceOf(Outcome.Retry.class));
        }
        faults().clear();
        assertFound(lookFor(), created(Invoice.class).get(0));
    }

    @Test
    final void aSearchWithAnExpiredTokenFindsAllTheSame() {
        bring();
        faults().on(trial().bench().searchesInvoice()).next(Fault.status(401));

        assertFound(lookFor(), created(Invoice.class).get(0));
    }

    @Test
    final void anArticleThatThePartnerLacksDoesNotLoseTheRow() {
        Outcome outcome = trial().bring(Documents.orderWithUnknownArticle());

        if (outcome instanceof Outcome.Delivered) {
            Effect effect = created(Invoice.class).get(0);
            assertThat(effect.amounts().values()).anyMatch(amount -> amount.compareTo(NET) == 0);
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        }
    }

    @Test
    final void theStepsDependOnNothingButTheDocument() {
        InvoiceSink sink = (InvoiceSink) trial().connector();

        assertThat(sink.invoices().steps(Documents.order()))
                .isNotEmpty()
                .isEqualTo(sink.invoices().steps(Documents.order()))
                .allSatisfy(step -> assertThat(step.idempotency() == IdempotencyClass.C
                                && step.lateness().isZero())
                        .as("a step that is searched for says how late it may come")
                        .isFalse());
        assertThat(trial().bench().partner().journal().total()).isZero();
    }

    @Override
    final Class<?> document() {
        return Invoice.class;
    }

    @Override
    final String creates() {
        return trial().bench().createsInvoice();
    }

    @Override
    final Outcome bring() {
        return trial().bring(Documents.order());
    }

    @Override
    final Finding lookFor() {
        return trial().lookFor(Documents.order());
    }

    @Override
    final void prepare() {
        trial().bench().addCustomer(payer(), Documents.business().name(), Documents.ORGANISATION_NUMBER);
        trial().bench().addArticle(Documents.ARTICLE);
    }

    private static BillableOrder withOneRow(BillableOrder order) {
        return new BillableOrder(
                order.key(),
                order.target(),
                order.payer(),
                order.documentDate(),
                order.currency(),
                order.pricesIncludeVat(),
                order.yourOrderNumber(),
                order.ourReference(),
                order.yourReference(),
                order.costCentre(),
                order.deliveryAddress(),
                order.taxReduction(),
                order.rows().subList(2, 3),
                order.extensions());
    }

    private static String payer() {
        return Documents.order().payer().number();
    }

    private static String reference() {
        return Documents.order().reference().value();
    }
}
