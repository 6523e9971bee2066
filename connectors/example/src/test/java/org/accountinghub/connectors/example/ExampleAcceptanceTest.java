package org.accountinghub.connectors.example;

import org.accountinghub.connectors.testkit.acceptance.Bench;
import org.accountinghub.connectors.testkit.acceptance.ConnectorKit;
import org.accountinghub.connectors.testkit.acceptance.CustomerSinkKit;
import org.accountinghub.connectors.testkit.acceptance.InvoiceSinkKit;
import org.accountinghub.connectors.testkit.acceptance.InvoiceSourceKit;
import org.accountinghub.connectors.testkit.acceptance.StepsBench;
import org.accountinghub.connectors.testkit.acceptance.StepsKit;
import org.accountinghub.connectors.testkit.acceptance.WholeKit;
import org.junit.jupiter.api.Nested;

/** The example passes the whole kit. */
@WholeKit(tests = 94)
class ExampleAcceptanceTest {

    @Nested
    class AsConnector extends ConnectorKit {
        @Override
        protected Bench bench() {
            return new ExampleBench();
        }
    }

    @Nested
    class WithCustomers extends CustomerSinkKit {
        @Override
        protected Bench bench() {
            return new ExampleBench();
        }
    }

    @Nested
    class WithInvoices extends InvoiceSinkKit {
        @Override
        protected Bench bench() {
            return new ExampleBench();
        }
    }

    @Nested
    class WithInvoicesBack extends InvoiceSourceKit {
        @Override
        protected Bench bench() {
            return new ExampleBench();
        }
    }

    @Nested
    class StepByStep extends StepsKit {
        @Override
        protected StepsBench bench() {
            return new ExampleBench();
        }
    }
}
