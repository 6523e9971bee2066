package org.accountinghub.connectors.testkit.rules;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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

/** The parts of the kit, run one by one against whatever connector is on the bench now. */
final class Kits {

    static final List<Class<?>> ALL = List.of(
            Any.class,
            Customers.class,
            Articles.class,
            Numbered.class,
            Invoices.class,
            Orders.class,
            Steps.class,
            InvoicesBack.class,
            OrdersBack.class,
            Consent.class,
            Login.class);

    private static final AtomicReference<Supplier<SoundBench>> BENCH =
            new AtomicReference<>(() -> new SoundBench(new SoundFactory()));

    private Kits() {}

    static void put(Supplier<SoundBench> bench) {
        BENCH.set(bench);
    }

    private static SoundBench now() {
        return BENCH.get().get();
    }

    static class Any extends ConnectorKit {
        @Override
        protected SoundBench bench() {
            return now();
        }
    }

    static class Customers extends CustomerSinkKit {
        @Override
        protected SoundBench bench() {
            return now();
        }
    }

    static class Articles extends ArticleSinkKit {
        @Override
        protected SoundBench bench() {
            return now();
        }
    }

    static class Numbered extends NumberedThereKit {
        @Override
        protected SoundBench bench() {
            return now();
        }
    }

    static class Invoices extends InvoiceSinkKit {
        @Override
        protected SoundBench bench() {
            return now();
        }
    }

    static class Orders extends OrderSinkKit {
        @Override
        protected SoundBench bench() {
            return now();
        }
    }

    static class Steps extends StepsKit {
        @Override
        protected SoundBench bench() {
            return now();
        }
    }

    static class InvoicesBack extends InvoiceSourceKit {
        @Override
        protected SoundBench bench() {
            return now();
        }
    }

    static class OrdersBack extends OrderSourceKit {
        @Override
        protected SoundBench bench() {
            return now();
        }
    }

    static class Consent extends AuthorizationKit {
        @Override
        protected SoundBench bench() {
            return now();
        }
    }

    static class Login extends LoginKit {
        @Override
        protected SoundBench bench() {
            return now();
        }
    }
}
