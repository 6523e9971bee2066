package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.BillableOrder;
import org.junit.jupiter.api.Test;

/**
 * What holds for orders and for invoices alike: one document for each order, found again by reference, customer and
 * amounts.
 */
abstract class DocumentSinkKit extends WriteKit {

    static final BigDecimal NET = new BigDecimal("1250.40");

    @Test
    final void theAmountsArriveToTheOere() {
        bring();

        assertThat(created(document())).singleElement().satisfies(effect -> {
            assertThat(effect.customer())
                    .isEqualTo(trial().bench().customer(payer()).number());
            assertThat(effect.reference()).isEqualTo(has(Behaviour.REFERENCE_SHOWN) ? reference() : "");
            assertThat(effect.currency()).isEqualTo("SEK");
            assertThat(effect.amounts().values()).anyMatch(amount -> amount.compareTo(NET) == 0);
        });
    }

    @Test
    final void aNeighbourWhoseReferenceContainsOursIsNoHit() {
        add(order(), payer(), "X" + reference() + "1");

        if (!has(Behaviour.REFERENCE_SHOWN)) {
            assertThat(lookFor()).as("what looks like ours").isNotInstanceOf(Finding.Absent.class);
        } else if (has(Behaviour.REFERENCE_SEARCH)) {
            assertThat(lookFor()).isInstanceOf(Finding.Absent.class);
        } else {
            assertThat(lookFor()).as("for a person at most").isNotInstanceOf(Finding.Found.class);
        }
    }

    /** What was there before the first intent is another's, however much it looks the same. */
    @Test
    final void onlyAReferenceMakesSomethingOlderOurs() {
        add(order(), payer(), has(Behaviour.REFERENCE_SEARCH) ? reference() : "");
        trial().bench().clock().advance(Duration.ofDays(2));

        if (has(Behaviour.REFERENCE_SEARCH)) {
            assertThat(lookFor()).isInstanceOf(Finding.Found.class);
        } else {
            assertThat(lookFor()).isInstanceOf(Finding.Absent.class);
        }
    }

    @Test
    final void twoWithTheReferenceAreAProblem() {
        bring();
        add(order(), payer(), reference());

        assertThat(lookFor()).isInstanceOf(Finding.Disagrees.class);
    }

    @Test
    final void oneWithTheReferenceForAnotherCustomerIsAProblem() {
        trial().bench().addCustomer("900", "Somebody Else AB", "556000-0167");
        add(order(), "900", reference());

        assertNotOurs(Behaviour.REFERENCE_SEARCH);
    }

    @Test
    final void oneWithTheReferenceAndOtherAmountsIsAProblem() {
        add(withOneRow(unknownArticle()), payer(), reference());

        assertNotOurs(Behaviour.REFERENCE_SHOWN);
    }

    /** Never found; where the partner lets us see the reference there, a person must look. */
    private void assertNotOurs(Behaviour seen) {
        Finding finding = lookFor();
        if (has(seen)) {
            assertThat(finding).isInstanceOf(Finding.Disagrees.class);
        } else {
            assertThat(finding).isNotInstanceOf(Finding.Found.class);
        }
    }

    @Test
    final void aSearchThatFailsIsNeverTakenForAbsence() {
        bring();
        for (Fault fault :
                List.of(Fault.cut(), Fault.status(500), Fault.status(503), Fault.status(429), Fault.malformed())) {
            faults().clear();
            faults().on(searches()).next(fault);

            assertThat(lookFor())
                    .as("after %s", fault)
                    .isInstanceOfSatisfying(
                            Finding.Unreachable.class,
                            unreachable -> assertThat(unreachable.outcome()).isInstanceOf(Outcome.Retry.class));
        }
        faults().clear();
        assertFound(lookFor(), created(document()).get(0));
    }

    @Test
    final void aSearchWithAnExpiredTokenFindsAllTheSame() {
        bring();
        faults().on(searches()).next(Fault.status(401));

        if (has(Behaviour.TOKENS)) {
            assertFound(lookFor(), created(document()).get(0));
        } else {
            assertThat(lookFor())
                    .isInstanceOfSatisfying(
                            Finding.Unreachable.class,
                            unreachable -> assertThat(unreachable.outcome()).isInstanceOf(Outcome.Blocked.class));
        }
    }

    @Test
    final void anArticleThatThePartnerLacksDoesNotLoseTheRow() {
        Outcome outcome = trial().bring(unknownArticle());

        if (outcome instanceof Outcome.Delivered) {
            Effect effect = created(document()).get(0);
            assertThat(effect.amounts().values()).anyMatch(amount -> amount.compareTo(NET) == 0);
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        }
    }

    @Test
    final void theStepsDependOnNothingButTheDocument() {
        List<Step> steps = trial().begin(order()).steps();

        assertThat(steps)
                .isNotEmpty()
                .isEqualTo(trial().begin(order()).steps())
                .allSatisfy(step -> assertThat(step.idempotency() == IdempotencyClass.C
                                && step.lateness().isZero())
                        .as("a step that is searched for says how late it may come")
                        .isFalse())
                .extracting(Step::name)
                .doesNotHaveDuplicates();
        if (!(trial().bench() instanceof StepsBench)) {
            assertThat(steps)
                    .as("several steps need a StepsBench and the StepsKit")
                    .hasSize(1);
        }
        assertThat(trial().bench().partner().journal().total()).isZero();
    }

    @Test
    final void rehearsingWritesNothing() {
        Rehearsal rehearsal = trial().rehearse(order());

        assertThat(rehearsal.problems()).isEmpty();
        assertThat(rehearsal.unanswered()).isEmpty();
        assertNothingWritten();
        assertDelivered(bring(), created(document()).get(0));
    }

    @Test
    final void rehearsingWithAPartnerThatIsAwaySaysSo() {
        haveToken();
        faults().onAnything().every(1, Fault.cut());

        Rehearsal rehearsal = trial().rehearse(unknownArticle());

        assertNothingWritten();
        if (trial().bench().partner().journal().total() > 1) {
            assertThat(rehearsal.unanswered()).isPresent();
        }
    }

    private void assertNothingWritten() {
        assertOnlyRead(trial().bench());
        assertThat(trial().bench().partner().book().effects())
                .allMatch(effect -> effect.requestId().equals("by hand"));
    }

    abstract BillableOrder order();

    abstract BillableOrder unknownArticle();

    /** Puts one there by hand. */
    abstract String add(BillableOrder order, String customerNumber, String referenceText);

    abstract String searches();

    @Override
    final Outcome bring() {
        return trial().bring(order());
    }

    @Override
    final Finding lookFor() {
        return trial().lookFor(order());
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

    private String payer() {
        return order().payer().number();
    }

    private String reference() {
        return order().reference().value();
    }
}
