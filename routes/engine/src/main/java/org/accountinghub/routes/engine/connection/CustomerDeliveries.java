package org.accountinghub.routes.engine.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.CustomerNumbers;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;

/** How a connector takes customers, by whose numbers the connection wants them to have. */
public final class CustomerDeliveries {

    private CustomerDeliveries() {}

    public static Numbers wanted(Connection connection) {
        return connection
                .registers()
                .getOrDefault(Register.CUSTOMERS, RegisterPolicy.defaults())
                .numbers();
    }

    /** Empty when the connector takes no customers, or none with such numbers. */
    public static Optional<Delivery<Customer>> of(Numbers wanted, Connector connector) {
        if (!(connector instanceof CustomerSink sink)) {
            return Optional.empty();
        }
        return switch (wanted) {
            case USUAL -> Optional.of(sink.customers());
            case OURS -> of(CustomerNumbers.OURS, sink);
            case THEIRS, MAPPED -> of(CustomerNumbers.THEIRS, sink);
        };
    }

    /** The way that was begun, by its classes, whatever is wanted by now: what it may have made is not found by another. */
    public static Optional<Delivery<Customer>> begun(
            List<Step> steps, Customer customer, Numbers wanted, Connector connector) {
        List<Delivery<Customer>> ways = new ArrayList<>();
        of(wanted, connector).ifPresent(ways::add);
        if (connector instanceof CustomerSink sink) {
            sink.numbers().stream().sorted().map(sink::customers).forEach(ways::add);
        }
        return ways.stream()
                .filter(way -> classes(way.steps(customer)).equals(classes(steps)))
                .findFirst()
                .or(() -> ways.stream().findFirst());
    }

    private static List<IdempotencyClass> classes(List<Step> steps) {
        return steps.stream().map(Step::idempotency).toList();
    }

    private static Optional<Delivery<Customer>> of(CustomerNumbers numbers, CustomerSink sink) {
        return sink.numbers().contains(numbers) ? Optional.of(sink.customers(numbers)) : Optional.empty();
    }
}
