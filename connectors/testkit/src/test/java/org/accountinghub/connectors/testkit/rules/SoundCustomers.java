package org.accountinghub.connectors.testkit.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.rules.Heard.Failed;
import org.accountinghub.connectors.testkit.rules.Heard.Lines;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SameCustomer;

/** Customers: by number, by registration number, else created under our number. */
class SoundCustomers implements Delivery<Customer> {

    final SoundClient client;

    SoundCustomers(SoundClient client) {
        this.client = client;
    }

    @Override
    public List<Step> steps(Customer customer) {
        return List.of(Step.create(IdempotencyClass.B, Duration.ZERO));
    }

    @Override
    public Outcome perform(Work<Customer> work, Conversation conversation) {
        Customer ours = work.document();
        Finding there = byNumber(ours, conversation);
        return (there instanceof Finding.Absent ? byRegistration(ours, conversation) : there)
                .settled()
                .orElseGet(() -> create(ours, conversation));
    }

    Outcome create(Customer ours, Conversation conversation) {
        Heard heard = client.write(
                "/customers",
                Map.of("number", ours.number(), "name", ours.name(), "registration", registration(ours)),
                conversation);
        return heard instanceof Failed failed ? failed.outcome() : new Outcome.Delivered(document(ours.number()));
    }

    @Override
    public Finding find(Work<Customer> work, Conversation conversation) {
        return byNumber(work.document(), conversation);
    }

    @Override
    public Rehearsal rehearse(Customer ours, Map<String, String> bound, Conversation conversation) {
        return new Rehearsal(List.of(), List.of(), Optional.empty());
    }

    Finding byNumber(Customer ours, Conversation conversation) {
        Heard heard = client.read("/customers/" + ours.number(), Map.of(), conversation);
        if (heard instanceof Failed failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        List<List<String>> lines = ((Lines) heard).lines();
        if (lines.isEmpty()) {
            return new Finding.Absent();
        }
        List<String> theirs = lines.get(0);
        return same(ours, theirs.get(1), theirs.get(2))
                ? new Finding.Found(document(ours.number()))
                : new Finding.Disagrees(SoundClient.problem("number-taken"));
    }

    boolean same(Customer ours, String name, String registration) {
        return SameCustomer.agrees(ours, Optional.of(name), Optional.of(registration));
    }

    Finding byRegistration(Customer ours, Conversation conversation) {
        String digits = ours.registration().map(RegistrationNumber::digits).orElse("");
        Heard heard = client.read("/customers", Map.of("registration", digits), conversation);
        if (heard instanceof Failed failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        List<String> hits = ((Lines) heard)
                .lines().stream()
                        .filter(line -> hit(ours, line.get(2)))
                        .map(line -> line.get(0))
                        .toList();
        return one(hits);
    }

    boolean hit(Customer ours, String registration) {
        return ours.registration().filter(number -> number.sameAs(registration)).isPresent();
    }

    Finding one(List<String> hits) {
        if (hits.isEmpty()) {
            return new Finding.Absent();
        }
        return hits.size() > 1
                ? new Finding.Disagrees(SoundClient.problem("several"))
                : new Finding.Found(document(hits.get(0)));
    }

    static PartnerDocument document(String number) {
        return new PartnerDocument(number, number, List.of());
    }

    private static String registration(Customer ours) {
        return ours.registration().map(RegistrationNumber::value).orElse("");
    }
}
