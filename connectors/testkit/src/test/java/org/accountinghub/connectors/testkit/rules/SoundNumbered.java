package org.accountinghub.connectors.testkit.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.rules.Heard.Failed;
import org.accountinghub.connectors.testkit.rules.Heard.Lines;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SourceKey;

/** Customers whom the partner gives the number: by registration number, else created with a mark of ours. */
class SoundNumbered extends SoundCustomers {

    SoundNumbered(SoundClient client) {
        super(client);
    }

    @Override
    public List<Step> steps(Customer customer) {
        return List.of(Step.create(IdempotencyClass.C, Duration.ofMinutes(1)));
    }

    @Override
    public Outcome perform(Work<Customer> work, Conversation conversation) {
        Customer ours = work.document();
        Optional<String> bound = bound(work);
        if (bound.isPresent()) {
            return new Outcome.Delivered(document(bound.get()));
        }
        Finding there = ours.registration().isPresent() ? byRegistration(ours, conversation) : new Finding.Absent();
        if (there instanceof Finding.Found found) {
            return new Outcome.Delivered(found.document());
        }
        if (there instanceof Finding.Disagrees disagrees) {
            return new Outcome.Rejected(disagrees.problem());
        }
        return there instanceof Finding.Unreachable unreachable ? unreachable.outcome() : create(ours, conversation);
    }

    Optional<String> bound(Work<Customer> work) {
        return Optional.ofNullable(work.bound().get(SourceKey.CUSTOMER));
    }

    @Override
    Outcome create(Customer ours, Conversation conversation) {
        Heard heard = client.write(
                "/customers",
                Map.of(
                        "name",
                        ours.name(),
                        "registration",
                        ours.registration().map(RegistrationNumber::value).orElse(""),
                        "mark",
                        ours.number()),
                conversation);
        return heard instanceof Failed failed
                ? failed.outcome()
                : new Outcome.Delivered(document(((Lines) heard).lines().get(0).get(0)));
    }

    @Override
    public Finding find(Work<Customer> work, Conversation conversation) {
        Customer ours = work.document();
        Heard heard = client.read("/customers", Map.of("name", ours.name()), conversation);
        if (heard instanceof Failed failed) {
            return failedSearch(failed);
        }
        return one(ours(ours, ((Lines) heard).lines()).stream()
                .map(line -> line.get(0))
                .toList());
    }

    Finding failedSearch(Failed failed) {
        return new Finding.Unreachable(failed.outcome());
    }

    /** Of those that have the name. */
    List<List<String>> ours(Customer customer, List<List<String>> named) {
        return named.stream()
                .filter(line -> line.get(3).equals(customer.number()))
                .toList();
    }
}
