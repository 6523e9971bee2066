package org.accountinghub.connectors.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.acceptance.Behaviour;
import org.accountinghub.connectors.testkit.acceptance.Behaviours;
import org.accountinghub.mappings.model.BillableOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Saying that the partner does not do something is no way round a rule: then the other thing is tested, and bites as well. */
class EveryRefusalBitesTest {

    private static final Behaviour[] NO_REFERENCE = {Behaviour.REFERENCE_SHOWN, Behaviour.REFERENCE_SEARCH};

    private static final Behaviour[] FIXED_ORDERS = {
        Behaviour.PARTLY_INVOICED_ORDERS, Behaviour.JOINT_INVOICES, Behaviour.CANCELLED_ORDERS, Behaviour.DELETED_ORDERS
    };

    static List<Mutant> mutants() {
        return List.of(
                pretending(
                        Behaviour.PARTLY_INVOICED_ORDERS, Kits.OrdersBack.class, "aPartlyInvoicedOrderIsNotInvoiced"),
                pretending(Behaviour.JOINT_INVOICES, Kits.OrdersBack.class, "oneInvoiceOfSeveralOrdersBelongsToEach"),
                pretending(Behaviour.CANCELLED_ORDERS, Kits.OrdersBack.class, "aCancelledOrderSaysSo"),
                pretending(Behaviour.DELETED_ORDERS, Kits.OrdersBack.class, "aDeletedOrderIsGone"),
                pretending(
                        Behaviour.DRAFT_INVOICES,
                        Kits.InvoicesBack.class,
                        "anInvoiceIsReadWholeAndAgreesWithWhatWasSent"),
                pretending(Behaviour.RIGHTS, Kits.Any.class, "theCheckNamesEveryMissingRight"),
                pretending(
                        Behaviour.TOKENS,
                        Kits.Invoices.class,
                        "aRefusedTokenIsRenewedAndTheWriteIsNotSentAgainInTheSameAttempt",
                        "newTokensThatAreRefusedTooBlockTheConnection",
                        "withoutAPermitNothingIsSentAndNoAttemptSpent",
                        "aSearchWithAnExpiredTokenFindsAllTheSame"),
                pretending(
                        Behaviour.REFERENCE_SHOWN,
                        Kits.InvoicesBack.class,
                        "oneIsSeenAfterItsCreationAndAgainAfterAChange",
                        "onlyThoseWithExactlyTheReferenceCarryIt",
                        "anInvoiceIsReadWholeAndAgreesWithWhatWasSent"),
                listing("counts what was there before", AlsoOlder::new, "onlyAReferenceMakesSomethingOlderOurs"),
                listing("takes the first of two that look the same", FirstOfTwo::new, "twoWithTheReferenceAreAProblem"),
                listing(
                        "overlooks one that looks the same",
                        Overlooking::new,
                        "aNeighbourWhoseReferenceContainsOursIsNoHit"));
    }

    private static Mutant pretending(Behaviour behaviour, Class<?> kit, String... rules) {
        return Mutant.with(
                "pretends to be without " + behaviour,
                kit,
                () -> new SparseBench(new SoundFactory(), false, behaviour),
                rules);
    }

    private static Mutant listing(String words, BiFunction<SoundClient, String, SoundPapers> papers, String rule) {
        return Mutant.with(
                words,
                Kits.Invoices.class,
                () -> new SparseBench(new SoundFactory(Mutant.papers(papers)), true, NO_REFERENCE),
                rule);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void whoPretendsOrNeglectsIsFound(Mutant mutant) {
        Kits.put(mutant.bench());

        KitRun run = KitRun.of(mutant.kit());

        assertThat(run.failed()).as(run.reasons()).isEqualTo(mutant.rules());
    }

    @Test
    void whoListsAndComparesPasses() {
        Kits.put(() -> new SparseBench(new SoundFactory(Mutant.papers(ListingPapers::new)), true, NO_REFERENCE));
        for (Class<?> kit :
                List.of(Kits.Invoices.class, Kits.Orders.class, Kits.InvoicesBack.class, Kits.Steps.class)) {
            KitRun run = KitRun.of(kit);

            assertThat(run.failed()).as(run.reasons()).isEmpty();
        }
    }

    @Test
    void whoseOrdersCannotBeChangedPasses() {
        Kits.put(() -> new SparseBench(new SoundFactory(), true, FIXED_ORDERS));
        KitRun run = KitRun.of(Kits.OrdersBack.class);

        assertThat(run.failed()).as(run.reasons()).isEmpty();
    }

    @Test
    void aReasonIsASentence() {
        for (String reason : List.of("", "no", "not supported", "unsupported.")) {
            assertThatThrownBy(() -> Behaviours.all().without(Behaviour.TOKENS, reason))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("TOKENS");
        }
        assertThat(Behaviours.all().without(Behaviour.TOKENS, "There is a key."))
                .hasToString("all behaviours but {TOKENS=There is a key.}");
    }

    private static final class AlsoOlder extends ListingPapers {
        AlsoOlder(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        Map<String, String> search(Work<BillableOrder> work) {
            return Map.of("customer", customer(work));
        }
    }

    private static final class FirstOfTwo extends ListingPapers {
        FirstOfTwo(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        Finding decided(Work<BillableOrder> work, List<Paper> hits) {
            return super.decided(work, hits.subList(0, Math.min(1, hits.size())));
        }
    }

    /** Takes for ours only what came over the interface. */
    private static final class Overlooking extends ListingPapers {
        Overlooking(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        Finding decided(Work<BillableOrder> work, List<Paper> hits) {
            boolean allByHand = client.parts.partner().book().effects().stream()
                    .noneMatch(effect -> effect.kind().equals("invoice")
                            && !effect.requestId().equals("by hand"));
            return allByHand && hits.size() == 1 ? new Finding.Absent() : super.decided(work, hits);
        }
    }
}
