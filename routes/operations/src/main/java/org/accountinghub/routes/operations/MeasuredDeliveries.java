package org.accountinghub.routes.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.port.DeliveryLedger;

/**
 * A ledger of deliveries that counts how attempts end: {@code hub_deliveries_total{connection,verdict}}, and how long the
 * calls to the partner took, {@code hub_partner_calls_seconds{connection,status}}. An attempt in which the partner was not
 * asked has the verdict {@code none}.
 */
public final class MeasuredDeliveries implements DeliveryLedger {

    private final DeliveryLedger ledger;
    private final MeterRegistry registry;

    public MeasuredDeliveries(DeliveryLedger ledger, MeterRegistry registry) {
        this.ledger = ledger;
        this.registry = registry;
    }

    @Override
    public void conclude(Claim claim, Conclusion conclusion) {
        ledger.conclude(claim, conclusion);
        String verdict = conclusion
                .verdict()
                .map(said -> said.name().toLowerCase(Locale.ROOT))
                .orElse("none");
        registry.counter("hub.deliveries", "connection", connection(claim), "verdict", verdict)
                .increment();
        calls(claim, conclusion.exchanges());
    }

    @Override
    public Claim stepDone(Claim claim, StepProgress step, List<Exchange> exchanges) {
        Claim next = ledger.stepDone(claim, step, exchanges);
        calls(claim, exchanges);
        return next;
    }

    @Override
    public Optional<Claim> claim(long transferId, int dispatch, String worker, Duration lease) {
        return ledger.claim(transferId, dispatch, worker, lease);
    }

    @Override
    public Freeze freeze(Claim claim, Frozen content, List<Step> steps) {
        return ledger.freeze(claim, content, steps);
    }

    @Override
    public Claim intend(Claim claim, Step step) {
        return ledger.intend(claim, step);
    }

    @Override
    public void release(Claim claim, String what) {
        ledger.release(claim, what);
    }

    @Override
    public void evidence(Claim claim, String what, List<Exchange> exchanges) {
        ledger.evidence(claim, what, exchanges);
    }

    @Override
    public Optional<CustomerThere> customerBinding(String connection, SourceKey customer) {
        return ledger.customerBinding(connection, customer);
    }

    @Override
    public Optional<Customer> customerAsSent(String connection, SourceKey customer) {
        return ledger.customerAsSent(connection, customer);
    }

    @Override
    public Transfer customerTransfer(String connection, SourceKey customer) {
        return ledger.customerTransfer(connection, customer);
    }

    @Override
    public void deadLetter(long transferId, int dispatch, Problem problem, Duration settle) {
        ledger.deadLetter(transferId, dispatch, problem, settle);
    }

    private void calls(Claim claim, List<Exchange> exchanges) {
        for (Exchange exchange : exchanges) {
            Timer.builder("hub.partner.calls")
                    .description("calls to partners by HTTP status; 0 = no answer")
                    .tags("connection", connection(claim), "status", String.valueOf(exchange.status()))
                    .register(registry)
                    .record(exchange.took().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static String connection(Claim claim) {
        return claim.transfer().connection();
    }
}
