package org.accountinghub.routes.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.delivery.DeliverySettings;
import org.accountinghub.routes.engine.memory.TestClock;

/** An accounting system whose documents come in every idempotency class, alone and as later steps. */
final class ScriptedPartner implements CustomerSink, InvoiceSink {

    /** Name and class of each step. What stands before {@code create} prepares the document. */
    private static final List<String> RECIPES = List.of(
            "create:C",
            "create:A",
            "create:B",
            "create:D",
            "create:C bookkeep:B",
            "create:C tax-reduction-1:C print-service:D",
            "create:B mark-sent:A",
            "create:C tax-reduction-1:C tax-reduction-2:C",
            "article-1:B create:C",
            "article-1:B article-2:B create:C tax-reduction-1:C bookkeep:B mark-sent:B email:C e-invoice:D");

    private final TestClock clock;
    private final Baton baton;
    private final Faults faults;
    private final DeliverySettings settings;
    private final Book book;
    private final Set<String> refused = new HashSet<>();
    private final Map<String, Integer> spent = new HashMap<>();
    private boolean blocked;

    ScriptedPartner(TestClock clock, Baton baton, Faults faults, DeliverySettings settings) {
        this.clock = clock;
        this.baton = baton;
        this.faults = faults;
        this.settings = settings;
        this.book = new Book(clock);
    }

    static Problem problem(String cause) {
        return Problem.of(cause, Problem.Stage.PARTNER, cause, "Wait");
    }

    /** The steps of the order with this running number. */
    static List<Step> recipe(int number) {
        return Arrays.stream(RECIPES.get(number % RECIPES.size()).split(" "))
                .map(step -> step.split(":"))
                .map(step -> new Step(step[0], IdempotencyClass.valueOf(step[1]), Duration.ZERO))
                .toList();
    }

    @Override
    public Delivery<Customer> customers() {
        return new ScriptedDelivery<>(
                this,
                customer -> List.of(new Step(Step.CREATE, numbered(customer), Duration.ZERO)),
                customer -> customer.key().toString(),
                Customer::name);
    }

    /** One has a number of the partner's, and is found by a search. */
    private static IdempotencyClass numbered(Customer customer) {
        return customer.number().equals("C2") ? IdempotencyClass.C : IdempotencyClass.B;
    }

    @Override
    public Delivery<BillableOrder> invoices() {
        return new ScriptedDelivery<>(
                this,
                order -> recipe(Integer.parseInt(order.orderNumber())),
                order -> order.key().order().toString(),
                order -> order.totals().total().toString());
    }

    @Override
    public List<Problem> check(Conversation conversation) {
        faults.moment();
        return blocked ? List.of(problem("partner.blocked")) : List.of();
    }

    @Override
    public void close() {
        // holds nothing open
    }

    Faults faults() {
        return faults;
    }

    Book book() {
        return book;
    }

    Instant now() {
        return clock.instant();
    }

    void spend(Duration time) {
        baton.sleep(time);
    }

    Duration stepTime() {
        return settings.stepTime();
    }

    Duration lateness() {
        return settings.lateness();
    }

    boolean blocked() {
        return blocked;
    }

    void block(boolean on) {
        blocked = on;
    }

    boolean refuses(String name) {
        return refused.contains(name);
    }

    void refuse(String name) {
        refused.add(name);
    }

    void mend() {
        refused.clear();
    }

    /** A call that counts as an attempt. */
    void spent(String name) {
        spent.merge(name, 1, Integer::sum);
    }

    int spentOn(String name) {
        return spent.getOrDefault(name, 0);
    }
}
