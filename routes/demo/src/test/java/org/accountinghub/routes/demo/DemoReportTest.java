package org.accountinghub.routes.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoReportTest {

    private static final String PRICE = "store.price-missing";

    private int ordersThere = 3;
    private int invoicesThere = 5;
    private int invoicedInStore = 7;
    private List<String> differing = List.of();
    private int duplicates;
    private int delivered = 8;
    private String cause = PRICE;
    private String sumThere = "125.00";
    private String cancelled = "744";

    @Test
    void itIsWholeWhenEveryDocumentIsAccountedForAndNothingWasMadeTwice() {
        assertThat(report().isWhole()).isTrue();
    }

    @Test
    void aDocumentThatIsNeitherDeliveredNorStoppedIsMissing() {
        delivered = 7;
        assertThat(report().isWhole()).isFalse();
    }

    @Test
    void aDoubleIsNeverWell() {
        duplicates = 1;
        assertThat(report().isWhole()).isFalse();
    }

    @Test
    void ordersAndInvoicesAreCountedApart() {
        ordersThere = 4;
        invoicesThere = 4;
        assertThat(report().isWhole()).isFalse();
    }

    @Test
    void whatStillMovesIsNotAccountedFor() {
        cause = Documents.STILL_MOVING;
        assertThat(report().isWhole()).isFalse();
    }

    @Test
    void whatIsInvoicedThereIsInvoicedHere() {
        invoicedInStore = 6;
        assertThat(report().isWhole()).isFalse();
    }

    @Test
    void anInvoiceIsShownAsItStandsThere() {
        differing = List.of("NORR work 1");
        assertThat(report().isWhole()).isFalse();
    }

    @Test
    void whatOneSystemHasTooMuchAnotherCannotHaveTooLittle() {
        ordersThere = 4;
        PlayedSystem lacking = played(2, 0);
        assertThat(report(List.of(played(ordersThere, 0), lacking)).isWhole()).isFalse();
    }

    @Test
    void theSumsAgreeToTheOre() {
        sumThere = "125.01";
        assertThat(report().isWhole()).isFalse();
    }

    @Test
    void onlyWhatPeopleDidMayBeWrongAfterwards() {
        cancelled = "742";
        assertThat(report().isWhole()).isFalse();
    }

    private DemoReport report() {
        return report(List.of(played(ordersThere, duplicates)));
    }

    private PlayedSystem played(int orders, int doubled) {
        return new PlayedSystem(
                "fortnox",
                List.of("NORR"),
                10,
                3,
                5,
                2,
                7,
                invoicedInStore,
                6,
                differing,
                List.of(new DemoReport.Sum("SEK", new BigDecimal("125"), new BigDecimal(sumThere))),
                new DemoReport.Partner(3, orders, invoicesThere, 2, 1, doubled));
    }

    private DemoReport report(List<PlayedSystem> systems) {
        return new DemoReport(
                9,
                10,
                delivered,
                List.of(new DemoReport.Cause(cause, 2, List.of("1", "2"))),
                List.of(new DemoReport.Cause("return.cancelled", 1, List.of(cancelled))),
                7,
                invoicedInStore,
                List.of(),
                List.of(
                        new DemoReport.Kind("", "", DemoReport.ORDER, 3, 3, 3, 0, 2, 1),
                        new DemoReport.Kind("", "", DemoReport.INVOICE, 6, 7, 5, 2, 4, 2)),
                Map.of(),
                List.of(),
                new DemoReport.Partner(3, 3, 5, 2, 1, 0),
                systems,
                60);
    }
}
