package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What comes from the queue and from the partner is not what it should be. */
@ResourceLock(Capture.LOG)
class StrangeInputTest {

    private static final String UNREADABLE = "unreadable.transfers";

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1);

    @Test
    void messagesThatAreNoneOfOursArePutAside() {
        long before = stage.broker().messageCount(UNREADABLE);
        try (JMSContext jms = stage.bean(ConnectionFactory.class).createContext()) {
            var queue = jms.createQueue("transfers.fortnox");
            jms.createProducer().send(queue, "rubbish");
            jms.createProducer().send(queue, new byte[] {1, 2, 3});
            jms.createProducer().send(queue, "{\"transferId\":999999999,\"dispatch\":1}");
        }
        company.order("6001");
        company.awaitDelivered();
        await().atMost(Company.PATIENCE)
                .until(() -> stage.broker().messageCount(UNREADABLE) - before, aside -> aside == 2);
        assertThat(Capture.lines()).anyMatch(line -> line.contains("not one of ours"));
        assertThat(stage.broker().messageCount("transfers.dead")).isZero();
    }

    @Test
    void malformedAnswersOfEveryKindAreSurvived() {
        company.fault("POST /oauth-v1/token").next(Fault.malformed());
        company.fault("POST /3/customers").next(Fault.malformed());
        company.fault(Company.INVOICES).next(Fault.malformed());
        company.fault("GET /3/invoices").next(Fault.malformed());
        int before = stage.fortnox().faults().struck();
        company.order("6002");
        company.awaitDelivered();
        assertThat(stage.fortnox().faults().struck() - before).isGreaterThanOrEqualTo(3);
    }
}
