package org.accountinghub.connectors.fortnox;

import org.accountinghub.connectors.testkit.acceptance.ArticleBench;
import org.accountinghub.connectors.testkit.acceptance.ArticleEditorKit;
import org.accountinghub.connectors.testkit.acceptance.ArticleSinkKit;
import org.accountinghub.connectors.testkit.acceptance.ArticleSourceKit;
import org.accountinghub.connectors.testkit.acceptance.AuthorizationKit;
import org.accountinghub.connectors.testkit.acceptance.Bench;
import org.accountinghub.connectors.testkit.acceptance.ConnectorKit;
import org.accountinghub.connectors.testkit.acceptance.CustomerEditorKit;
import org.accountinghub.connectors.testkit.acceptance.CustomerSinkKit;
import org.accountinghub.connectors.testkit.acceptance.CustomerSourceKit;
import org.accountinghub.connectors.testkit.acceptance.EditorBench;
import org.accountinghub.connectors.testkit.acceptance.InvoiceSinkKit;
import org.accountinghub.connectors.testkit.acceptance.InvoiceSourceKit;
import org.accountinghub.connectors.testkit.acceptance.NumberedThereKit;
import org.accountinghub.connectors.testkit.acceptance.OrderBench;
import org.accountinghub.connectors.testkit.acceptance.OrderSinkKit;
import org.accountinghub.connectors.testkit.acceptance.OrderSourceKit;
import org.accountinghub.connectors.testkit.acceptance.RegisterBench;
import org.accountinghub.connectors.testkit.acceptance.StepsBench;
import org.accountinghub.connectors.testkit.acceptance.StepsKit;
import org.accountinghub.connectors.testkit.acceptance.WholeKit;
import org.junit.jupiter.api.Nested;

/** Fortnox passes the whole kit. */
@WholeKit(tests = 329)
class FortnoxAcceptanceTest {

    @Nested
    class AsConnector extends ConnectorKit {
        @Override
        protected Bench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class WithCustomers extends CustomerSinkKit {
        @Override
        protected Bench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class WithCustomersNumberedThere extends NumberedThereKit {
        @Override
        protected Bench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class WithCustomersThere extends CustomerSourceKit {
        @Override
        protected RegisterBench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class WithArticlesThere extends ArticleSourceKit {
        @Override
        protected RegisterBench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class ChangingCustomers extends CustomerEditorKit {
        @Override
        protected EditorBench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class ChangingArticles extends ArticleEditorKit {
        @Override
        protected EditorBench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class WithArticles extends ArticleSinkKit {
        @Override
        protected ArticleBench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class WithInvoices extends InvoiceSinkKit {
        @Override
        protected Bench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class WithInvoicesBack extends InvoiceSourceKit {
        @Override
        protected Bench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class WithOrders extends OrderSinkKit {
        @Override
        protected OrderBench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class WithOrdersBack extends OrderSourceKit {
        @Override
        protected OrderBench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class StepByStep extends StepsKit {
        @Override
        protected StepsBench bench() {
            return new FortnoxBench();
        }
    }

    @Nested
    class WithConsent extends AuthorizationKit {
        @Override
        protected Bench bench() {
            return new FortnoxBench();
        }
    }
}
