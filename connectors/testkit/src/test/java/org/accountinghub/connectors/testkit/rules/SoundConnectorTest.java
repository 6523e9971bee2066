package org.accountinghub.connectors.testkit.rules;

import org.accountinghub.connectors.testkit.acceptance.ArticleSinkKit;
import org.accountinghub.connectors.testkit.acceptance.AuthorizationKit;
import org.accountinghub.connectors.testkit.acceptance.ConnectorKit;
import org.accountinghub.connectors.testkit.acceptance.CustomerSinkKit;
import org.accountinghub.connectors.testkit.acceptance.InvoiceSinkKit;
import org.accountinghub.connectors.testkit.acceptance.InvoiceSourceKit;
import org.accountinghub.connectors.testkit.acceptance.LoginKit;
import org.accountinghub.connectors.testkit.acceptance.NumberedThereKit;
import org.accountinghub.connectors.testkit.acceptance.OrderSinkKit;
import org.accountinghub.connectors.testkit.acceptance.OrderSourceKit;
import org.accountinghub.connectors.testkit.acceptance.StepsKit;
import org.accountinghub.connectors.testkit.acceptance.WholeKit;
import org.junit.jupiter.api.Nested;

/** The connector that the bad ones are made of passes the whole kit. */
@WholeKit(tests = 200)
class SoundConnectorTest {

    @Nested
    class InConnectorKit extends ConnectorKit {
        @Override
        protected SoundBench bench() {
            return new SoundBench(new SoundFactory());
        }
    }

    @Nested
    class InCustomerSinkKit extends CustomerSinkKit {
        @Override
        protected SoundBench bench() {
            return new SoundBench(new SoundFactory());
        }
    }

    @Nested
    class InArticleSinkKit extends ArticleSinkKit {
        @Override
        protected SoundBench bench() {
            return new SoundBench(new SoundFactory());
        }
    }

    @Nested
    class InNumberedThereKit extends NumberedThereKit {
        @Override
        protected SoundBench bench() {
            return new SoundBench(new SoundFactory());
        }
    }

    @Nested
    class InInvoiceSinkKit extends InvoiceSinkKit {
        @Override
        protected SoundBench bench() {
            return new SoundBench(new SoundFactory());
        }
    }

    @Nested
    class InOrderSinkKit extends OrderSinkKit {
        @Override
        protected SoundBench bench() {
            return new SoundBench(new SoundFactory());
        }
    }

    @Nested
    class InInvoiceSourceKit extends InvoiceSourceKit {
        @Override
        protected SoundBench bench() {
            return new SoundBench(new SoundFactory());
        }
    }

    @Nested
    class InOrderSourceKit extends OrderSourceKit {
        @Override
        protected SoundBench bench() {
            return new SoundBench(new SoundFactory());
        }
    }

    @Nested
    class InStepsKit extends StepsKit {
        @Override
        protected SoundBench bench() {
            return new SoundBench(new SoundFactory());
        }
    }

    @Nested
    class InAuthorizationKit extends AuthorizationKit {
        @Override
        protected SoundBench bench() {
            return new SoundBench(new SoundFactory());
        }
    }

    @Nested
    class InLoginKit extends LoginKit {
        @Override
        protected SoundBench bench() {
            return new SoundBench(new SoundFactory());
        }
    }
}
