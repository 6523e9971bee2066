package org.accountinghub.connectors.twentyfoursevenoffice;

import org.accountinghub.connectors.testkit.acceptance.ArticleBench;
import org.accountinghub.connectors.testkit.acceptance.ArticleEditorKit;
import org.accountinghub.connectors.testkit.acceptance.ArticleSinkKit;
import org.accountinghub.connectors.testkit.acceptance.ArticleSourceKit;
import org.accountinghub.connectors.testkit.acceptance.Bench;
import org.accountinghub.connectors.testkit.acceptance.ConnectorKit;
import org.accountinghub.connectors.testkit.acceptance.CustomerEditorKit;
import org.accountinghub.connectors.testkit.acceptance.CustomerSinkKit;
import org.accountinghub.connectors.testkit.acceptance.CustomerSourceKit;
import org.accountinghub.connectors.testkit.acceptance.EditorBench;
import org.accountinghub.connectors.testkit.acceptance.InvoiceSinkKit;
import org.accountinghub.connectors.testkit.acceptance.InvoiceSourceKit;
import org.accountinghub.connectors.testkit.acceptance.LoginKit;
import org.accountinghub.connectors.testkit.acceptance.NumberedThereKit;
import org.accountinghub.connectors.testkit.acceptance.OrderBench;
import org.accountinghub.connectors.testkit.acceptance.OrderSinkKit;
import org.accountinghub.connectors.testkit.acceptance.OrderSourceKit;
import org.accountinghub.connectors.testkit.acceptance.RegisterBench;
import org.accountinghub.connectors.testkit.acceptance.WholeKit;
import org.junit.jupiter.api.Nested;

/** 24SevenOffice passes the whole kit. Its documents are made by one step: there is nothing for the kit of several. */
@WholeKit(tests = 316)
class OfficeAcceptanceTest {

    @Nested
    class AsConnector extends ConnectorKit {
        @Override
        protected Bench bench() {
            return new OfficeBench();
        }
    }

    @Nested
    class WithCustomers extends CustomerSinkKit {
        @Override
        protected Bench bench() {
            return new OfficeBench();
        }
    }

    @Nested
    class WithCustomersNumberedThere extends NumberedThereKit {
        @Override
        protected Bench bench() {
            return new OfficeBench();
        }
    }

    @Nested
    class WithInvoices extends InvoiceSinkKit {
        @Override
        protected Bench bench() {
            return new OfficeBench();
        }
    }

    @Nested
    class WithInvoicesBack extends InvoiceSourceKit {
        @Override
        protected Bench bench() {
            return new OfficeBench();
        }
    }

    @Nested
    class WithOrders extends OrderSinkKit {
        @Override
        protected OrderBench bench() {
            return new OfficeBench();
        }
    }

    @Nested
    class WithOrdersBack extends OrderSourceKit {
        @Override
        protected OrderBench bench() {
            return new OfficeBench();
        }
    }

    @Nested
    class WithRegisterOfCustomers extends CustomerSourceKit {
        @Override
        protected RegisterBench bench() {
            return new OfficeBench();
        }
    }

    @Nested
    class WithRegisterOfArticles extends ArticleSourceKit {
        @Override
        protected RegisterBench bench() {
            return OfficeBench.withoutProducts();
        }
    }

    @Nested
    class ChangingCustomers extends CustomerEditorKit {
        @Override
        protected EditorBench bench() {
            return new OfficeBench();
        }
    }

    @Nested
    class ChangingCustomersWhereASaveKeeps extends CustomerEditorKit {
        @Override
        protected EditorBench bench() {
            return OfficeBench.keeping();
        }
    }

    @Nested
    class ChangingArticles extends ArticleEditorKit {
        @Override
        protected EditorBench bench() {
            return new OfficeBench();
        }
    }

    @Nested
    class ChangingArticlesWhereASaveKeeps extends ArticleEditorKit {
        @Override
        protected EditorBench bench() {
            return OfficeBench.keeping();
        }
    }

    @Nested
    class WithArticles extends ArticleSinkKit {
        @Override
        protected ArticleBench bench() {
            return new OfficeBench();
        }
    }

    @Nested
    class LoggingIn extends LoginKit {
        @Override
        protected Bench bench() {
            return new OfficeBench();
        }
    }
}
