package org.accountinghub.routes.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoReportTest {

    @Test
    void itIsWholeWhenEveryDocumentIsAccountedForAndNothingWasMadeTwice() {
        assertThat(report(8, "store.price-missing", 8, 0).isWhole()).isTrue();
    }

    @Test
    void aDocumentThatIsNeitherDeliveredNorStoppedIsMissing() {
        assertThat(report(7, "store.price-missing", 7, 0).isWhole()).isFalse();
    }

    @Test
    void aDoubleIsNeverWell() {
        assertThat(report(8, "store.price-missing", 8, 1).isWhole()).isFalse();
        assertThat(report(8, "store.price-missing", 9, 0).isWhole()).isFalse();
    }

    @Test
    void whatStillMovesIsNotAccountedFor() {
        assertThat(report(8, Documents.STILL_MOVING, 8, 0).isWhole()).isFalse();
    }

    private static DemoReport report(int delivered, String cause, int invoices, int duplicates) {
        return new DemoReport(
                9,
                10,
                delivered,
                List.of(new DemoReport.Cause(cause, 2, List.of("1", "2"))),
                7,
                new DemoReport.Partner(3, 0, invoices, duplicates),
                60);
    }
}
