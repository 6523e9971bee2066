package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.mappings.twentyfoursevenoffice.Contract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {
    private static final String REFERENCE = "ABCDEFGHIJKLMNOP";

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-22T09:10:00Z"));
    private final OfficeSimulator simulator = OfficeSimulator.start(0, clock);
    private Caller caller;
    private OfficePeople people;
    private String customer;
    private int product;

    @BeforeEach
    void company() {
        people = simulator.people("1001");
        customer = people.addCustomer("7", "Fjord AS", "923609016");
        product = simulator.tenant("1001").product("DIV25").orElseThrow().getId();
        caller = Caller.loggedIn(simulator, "1001");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String order(String status, String rows) {
        return "<CustomerId>" + customer + "</CustomerId><OrderStatus>" + status + "</OrderStatus>"
                + "<IncludeVAT>false</IncludeVAT><InvoiceRows>" + rows + "</InvoiceRows>"
                + "<ReferenceNumber>" + REFERENCE + "</ReferenceNumber>";
    }

    private Caller.Answered find(String search, String... properties) {
        return caller.call(
                Contract.INVOICE,
                "GetInvoices",
                "<searchParams>" + search + "</searchParams>" + Caller.strings("invoiceReturnProperties", properties)
                        + Caller.strings("rowReturnProperties", "VatRate", "ProductNo"));
    }

    @Test
    void anOrderIsInvoicedAndPaidOverThere() {
        String id = caller.saveOrder(order("ForInvoicing", Caller.row(product, "2", "100.50")))
                .text("OrderId");

        assertThat(find(
                                "<OrderIds><int>" + id + "</int></OrderIds>",
                                "OrderTotalIncVat",
                                "OrderTotalVat",
                                "OrderStatus",
                                "InvoiceRows")
                        .body())
                .contains(
                        "<OrderTotalIncVat>251.25</OrderTotalIncVat>",
                        "<OrderTotalVat>50.25</OrderTotalVat>",
                        "<OrderStatus>ForInvoicing</OrderStatus>",
                        "<VatRate>25</VatRate>",
                        "<ProductNo>DIV25</ProductNo>")
                .doesNotContain("<Price>");
        String invoice = people.invoiceOrder(id);
        people.pay(invoice);
        assertThat(find(
                                "<InvoiceIds><int>" + invoice + "</int></InvoiceIds>",
                                "OrderId",
                                "OrderStatus",
                                "Paid",
                                "ReferenceNumber")
                        .body())
                .contains(
                        "<OrderId>" + id + "</OrderId>",
                        "<OrderStatus>Invoiced</OrderStatus>",
                        "<Paid>2026-11-22T00:00:00</Paid>",
                        REFERENCE);
        assertThat(simulator.book().byReference(REFERENCE))
                .extracting(effect -> effect.kind() + " " + effect.action())
                .containsExactly("order CREATED", "order INVOICED", "invoice DERIVED", "invoice PAID");
        assertThat(simulator.book().duplicates()).isEmpty();
        assertThatThrownBy(() -> people.cancelOrder(id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDocumentCanBeAnInvoiceFromTheBeginning() {
        Caller.Answered saved = caller.saveOrder(order("Invoiced", Caller.row(product, "1", "100")));

        assertThat(saved.text("InvoiceId")).isNotEmpty();
        assertThat(simulator.book().created("1001", "invoice"))
                .singleElement()
                .satisfies(effect -> assertThat(effect.amounts().get("Total")).isEqualByComparingTo("125"));
        assertThat(caller.saveOrder("<OrderId>" + saved.text("OrderId") + "</OrderId><IncludeVAT xsi:nil=\"true\"/>")
                        .text("Message"))
                .contains("not possible to change");
    }

    @Test
    void nothingStopsASecondOneWithTheSameReference() {
        caller.saveOrder(order("Invoiced", Caller.row(product, "1", "100")));
        caller.saveOrder(order("Invoiced", Caller.row(product, "1", "100")));

        assertThat(simulator.book().duplicateCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "<CustomerId>9</CustomerId><IncludeVAT>false</IncludeVAT>, CustomerId 9 does not exist",
        "<CustomerId>1001</CustomerId><OurReference>66</OurReference><IncludeVAT>false</IncludeVAT>, OurReference 66 does not exist",
        "<CustomerId>1001</CustomerId><IncludeVAT>false</IncludeVAT><DepartmentId>66</DepartmentId>, DepartmentId 66 does not exist",
        "<CustomerId>1001</CustomerId><IncludeVAT>false</IncludeVAT><InvoiceRows><InvoiceRow><ProductId>9</ProductId></InvoiceRow></InvoiceRows>, ProductId 9 does not exist",
        "<CustomerId>1001</CustomerId><IncludeVAT>false</IncludeVAT><InvoiceRows><InvoiceRow><Name>x</Name></InvoiceRow></InvoiceRows>, ProductId null does not exist"
    })
    void whatDoesNotExistIsNamedInsideTheAnswer(String fields, String words) {
        simulator.tenant("1001").without(66);
        Caller.Answered answer = caller.saveOrder(fields);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("Message")).isEqualTo(words);
        assertThat(answer.text("OrderId")).isEmpty();
        assertThat(simulator.book().count("order", Action.CREATED)).isZero();
    }

    @Test
    void theRateOfARowIsItsProductsOrATaxCodes() {
        String rows = "<InvoiceRow><ProductId>" + product + "</ProductId><VatRate>6</VatRate><Price>100</Price>"
                + "<Quantity>1</Quantity></InvoiceRow>"
                + "<InvoiceRow><ProductId>" + product + "</ProductId><Price>100</Price><Quantity>1</Quantity>"
                + "<TaxSettings><TaxCode>33</TaxCode><TaxRate>12</TaxRate></TaxSettings></InvoiceRow>"
                + "<InvoiceRow><Name>Tekst</Name><Type>Text</Type></InvoiceRow>";
        String id = caller.saveOrder(order("ForInvoicing", rows)).text("OrderId");

        assertThat(find("<OrderIds><int>" + id + "</int></OrderIds>", "OrderTotalVat", "InvoiceRows")
                        .all("VatRate"))
                .containsExactly("25", "12");
        assertThat(find("<OrderIds><int>" + id + "</int></OrderIds>", "OrderTotalVat")
                        .text("OrderTotalVat"))
                .isEqualTo("37.00");
    }

    @Test
    void documentsAreListedByCustomerStateAndChange() {
        String first = caller.saveOrder(order("ForInvoicing", Caller.row(product, "1", "1")))
                .text("OrderId");
        clock.advance(Duration.ofMinutes(5));
        String second = caller.saveOrder(order("Confirmed", Caller.row(product, "1", "1")))
                .text("OrderId");
        String ofCustomer = "<CustomerIds><int>" + customer + "</int></CustomerIds>";

        assertThat(find(ofCustomer, "OrderId").all("OrderId")).containsExactly(first, second);
        assertThat(find(ofCustomer + "<ChangedAfter>2026-11-22T09:11:00</ChangedAfter>", "OrderId")
                        .all("OrderId"))
                .containsExactly(second);
        assertThat(find("<OrderStates><OrderSlipStateType>ForInvoicing</OrderSlipStateType></OrderStates>", "OrderId")
                        .all("OrderId"))
                .containsExactly(first);
        assertThat(caller.call(
                                Contract.INVOICE,
                                "GetOrderSyncList",
                                "<syncParams><ChangedAfter>2026-11-22T09:11:00</ChangedAfter></syncParams>")
                        .all("int"))
                .containsExactly(second);
        assertThat(find("", "OrderId").status()).isEqualTo(500);
    }

    @Test
    void cancelledStaysAndDeletedIsGone() {
        String cancelled = caller.saveOrder(order("ForInvoicing", Caller.row(product, "1", "1")))
                .text("OrderId");
        String deleted = caller.saveOrder(order("ForInvoicing", Caller.row(product, "1", "1")))
                .text("OrderId");
        people.cancelOrder(cancelled);
        people.deleteOrder(deleted);

        assertThat(find("<OrderIds><int>" + cancelled + "</int><int>" + deleted + "</int></OrderIds>", "OrderStatus")
                        .all("OrderStatus"))
                .containsExactly("Inactive");
    }

    @Test
    void aCreditNoteNamesTheInvoiceAndLeavesOurReferenceOut() {
        String invoice = caller.saveOrder(order("Invoiced", Caller.row(product, "1", "100")))
                .text("InvoiceId");
        String credit = people.credit(invoice);

        assertThat(find(
                                "<InvoiceIds><int>" + credit + "</int></InvoiceIds>",
                                "ReferenceInvoiceId",
                                "OrderTotalIncVat",
                                "ReferenceNumber")
                        .body())
                .contains(
                        "<ReferenceInvoiceId>" + invoice + "</ReferenceInvoiceId>",
                        "<OrderTotalIncVat>-125.00</OrderTotalIncVat>")
                .doesNotContain(REFERENCE);
    }
}
