package org.accountinghub.connectors.testkit.rules;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.rules.Heard.Failed;
import org.accountinghub.connectors.testkit.rules.SoundFactory.Parts;
import org.accountinghub.mappings.model.BillableOrder;

/** Bad in how they bring invoices and orders, step by step. */
final class PaperMutants {

    private static final String ORDINARY = Documents.order().orderNumber();

    private PaperMutants() {}

    static List<Mutant> all() {
        return List.of(
                invoices("loses a row and does not see it", LosingRows::new, "theAmountsArriveToTheOere"),
                invoices(
                        "takes a neighbour for its own", Substring::new, "aNeighbourWhoseReferenceContainsOursIsNoHit"),
                invoices("does not look at what is older", Shortsighted::new, "onlyAReferenceMakesSomethingOlderOurs"),
                invoices("takes the first of two", FirstOfTwo::new, "twoWithTheReferenceAreAProblem"),
                invoices(
                        "does not look at the customer",
                        AnyCustomer::new,
                        "oneWithTheReferenceForAnotherCustomerIsAProblem"),
                invoices(
                        "does not look at the amounts",
                        AnyAmounts::new,
                        "oneWithTheReferenceAndOtherAmountsIsAProblem"),
                invoices("takes a failed search for absence", Optimist::new, "aSearchThatFailsIsNeverTakenForAbsence"),
                Mutant.of(
                        "gives up a search when the token has ended",
                        Kits.Invoices.class,
                        Mutant.calling(GivesUp::new),
                        "aSearchWithAnExpiredTokenFindsAllTheSame"),
                invoices(
                        "leaves out rows with unknown articles",
                        LeavingOut::new,
                        "anArticleThatThePartnerLacksDoesNotLoseTheRow"),
                invoices("searches and does not say how late", NeverLate::new, "theStepsDependOnNothingButTheDocument"),
                invoices("writes when it rehearses", Writing::new, "rehearsingWritesNothing"),
                invoices("rehearses well with nobody there", Deaf::new, "rehearsingWithAPartnerThatIsAwaySaysSo"),
                Mutant.of(
                        "invoices what it orders",
                        Kits.Orders.class,
                        Mutant.papers(Invoicing::new),
                        "anOrderIsNoInvoice"),
                Mutant.with(
                        "orders nothing to be delivered",
                        Kits.Orders.class,
                        () -> new SoundBench(new SoundFactory()) {
                            @Override
                            public String invoiceOrder(String number) {
                                return partner.invoiceNothing(number);
                            }
                        },
                        "invoicedOverThereItComesToWhatWasSent"),
                steps("sends the letter of no invoice when all went well before", Careless::new, "allStepsAreDoneOnce"),
                steps("repeats a letter that nobody can look for", Repeating::new, "everyStepSurvivesEveryMishap"),
                steps("writes when it rehearses all steps", AlwaysWriting::new, "rehearsingAllStepsWritesNothing"));
    }

    private static Mutant invoices(String words, BiFunction<SoundClient, String, SoundPapers> papers, String rule) {
        return Mutant.of(words, Kits.Invoices.class, Mutant.papers(papers), rule);
    }

    private static Mutant steps(String words, BiFunction<SoundClient, String, SoundPapers> papers, String rule) {
        return Mutant.of(words, Kits.Steps.class, Mutant.papers(papers), rule);
    }

    private static final class LosingRows extends SoundPapers {
        LosingRows(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        BillableOrder sent(BillableOrder order) {
            return order.orderNumber().equals(ORDINARY) ? Papers.withoutLastRow(order) : order;
        }

        @Override
        boolean sameAmounts(BillableOrder order, Paper hit) {
            return hit.content().orderNumber().equals(ORDINARY) || super.sameAmounts(order, hit);
        }
    }

    private static final class LeavingOut extends SoundPapers {
        LeavingOut(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        BillableOrder sent(BillableOrder order) {
            return order.orderNumber().equals(ORDINARY) ? order : Papers.withoutLastRow(order);
        }
    }

    private static final class Substring extends SoundPapers {
        Substring(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        boolean isOurs(BillableOrder order, String reference) {
            return reference.contains(order.reference().value());
        }
    }

    private static final class Shortsighted extends SoundPapers {
        Shortsighted(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        Map<String, String> search(Work<BillableOrder> work) {
            Map<String, String> query = new HashMap<>(super.search(work));
            query.put("since", work.firstIntent().toString());
            return query;
        }
    }

    private static final class FirstOfTwo extends SoundPapers {
        FirstOfTwo(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        Finding decided(Work<BillableOrder> work, List<Paper> hits) {
            return super.decided(work, hits.subList(0, Math.min(1, hits.size())));
        }
    }

    private static final class AnyCustomer extends SoundPapers {
        AnyCustomer(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        boolean sameCustomer(Work<BillableOrder> work, Paper hit) {
            return true;
        }
    }

    private static final class AnyAmounts extends SoundPapers {
        AnyAmounts(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        boolean sameAmounts(BillableOrder order, Paper hit) {
            return true;
        }
    }

    private static final class Optimist extends SoundPapers {
        Optimist(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        Finding failedSearch(Failed failed) {
            return client.parts.partner().faults().struck() > 0 ? new Finding.Absent() : super.failedSearch(failed);
        }
    }

    private static final class NeverLate extends SoundPapers {
        NeverLate(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        public List<Step> steps(BillableOrder order) {
            return List.of(Step.create(IdempotencyClass.C, Duration.ZERO));
        }
    }

    private static class AlwaysWriting extends SoundPapers {
        AlwaysWriting(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
            Step step = steps(order).get(0);
            create(
                    new Work<>(
                            step,
                            order,
                            Map.of(),
                            bound,
                            client.parts.hub().clock().instant()),
                    conversation);
            return super.rehearse(order, bound, conversation);
        }
    }

    private static final class Writing extends AlwaysWriting {
        Writing(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        Outcome create(Work<BillableOrder> work, Conversation conversation) {
            return work.document().orderNumber().equals(ORDINARY)
                    ? super.create(work, conversation)
                    : new Outcome.Rejected(SoundClient.problem("not-this-one"));
        }
    }

    private static final class Deaf extends SoundPapers {
        Deaf(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
            super.rehearse(order, bound, conversation);
            return new Rehearsal(List.of(), List.of(), Optional.empty());
        }
    }

    private static final class Invoicing extends SoundPapers {
        Invoicing(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        Outcome create(Work<BillableOrder> work, Conversation conversation) {
            Outcome outcome = super.create(work, conversation);
            if (outcome instanceof Outcome.Delivered) {
                new SoundPapers(client, "invoices").create(work, conversation);
            }
            return outcome;
        }
    }

    /** Where all goes well it looks once, for whether the invoice is booked; then it mistakes the invoice. */
    private static final class Careless extends SoundPapers {
        private int looked;

        Careless(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        public Finding find(Work<BillableOrder> work, Conversation conversation) {
            looked++;
            return super.find(work, conversation);
        }

        @Override
        Outcome follow(Work<BillableOrder> work, String step, Conversation conversation) {
            if (looked > 1 || client.parts.partner().faults().struck() > 0 || !step.equals(LETTER)) {
                return super.follow(work, step, conversation);
            }
            Heard heard = client.write("/invoices/none/letter", Map.of(), conversation);
            return heard instanceof Failed failed
                    ? failed.outcome()
                    : new Outcome.Delivered(work.done(Step.CREATE).orElseThrow());
        }
    }

    private static final class Repeating extends SoundPapers {
        Repeating(SoundClient client, String kinds) {
            super(client, kinds);
        }

        @Override
        public List<Step> steps(BillableOrder order) {
            return super.steps(order).stream()
                    .map(step ->
                            step.name().equals(LETTER) ? new Step(LETTER, IdempotencyClass.A, Duration.ZERO) : step)
                    .toList();
        }
    }

    private static final class GivesUp extends SoundClient {
        GivesUp(Parts parts) {
            super(parts);
        }

        @Override
        Heard readAgain(String path, Map<String, String> fields, Secret refused, Conversation conversation) {
            return new Failed(unknown(false));
        }
    }
}
