package org.accountinghub.routes.store;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.port.AppliedRule;
import org.accountinghub.routes.engine.port.OrderVersion;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.port.StoredOrders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A service system's store that provides the store contract. Bad content is answered as problems; only a database that
 * does not answer throws ({@link org.springframework.dao.DataAccessException}).
 */
public final class ContractStore implements ServiceStore, StoredOrders {

    private final JdbcClient sql;
    private final DocumentReader documents;
    private final CustomerReader customers;
    private final RuleReader rules;
    private final VersionReader versions;
    private final NoteWriter notes;
    private final TransactionTemplate oneMoment;

    /** @param hub logs in as the hub's role */
    public ContractStore(DataSource hub, StoreSettings settings, InstantSource clock) {
        JdbcTemplate template = new PlannedOnce(hub);
        template.setQueryTimeout((int) settings.patience().toSeconds());
        JdbcClient sql = JdbcClient.create(template);
        this.sql = sql;
        this.documents = new DocumentReader(sql, settings);
        this.customers = new CustomerReader(sql, settings);
        this.rules = new RuleReader(sql);
        this.versions = new VersionReader(sql, settings);
        this.notes = new NoteWriter(sql, clock);
        this.oneMoment = new TransactionTemplate(new DataSourceTransactionManager(hub));
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    /** An order is head, rows and payer of the same moment, also while somebody saves it. */
    private <T> T atOneMoment(Supplier<T> reading) {
        return Objects.requireNonNull(oneMoment.execute(status -> {
            sql.sql(PlannedOnce.FOR_THIS_TRANSACTION).update();
            return reading.get();
        }));
    }

    @Override
    public Reading<BillableOrder> document(DocumentKey key, LocalDate documentDate) {
        return atOneMoment(() -> documents.wanted(key, documentDate));
    }

    @Override
    public List<DocumentKey> documentsOf(String number, Optional<String> kind, Optional<String> subgroup) {
        return documents.ofOrder(number, kind, subgroup);
    }

    @Override
    public List<OrderVersion> versionsOf(String number, String kind) {
        return versions.of(number, kind);
    }

    @Override
    public OrderVersion.Changed changedSince(Optional<Long> mark) {
        return atOneMoment(() -> versions.changedSince(mark));
    }

    @Override
    public List<AppliedRule> rules(DocumentKey key) {
        return atOneMoment(() -> rules.rules(key));
    }

    @Override
    public Reading<BillableOrder> asItStands(DocumentKey key, LocalDate documentDate) {
        return atOneMoment(() -> documents.asItStands(key, documentDate));
    }

    /** What a document comes to as it stands, with VAT; empty when it could not be sent. */
    public Optional<Money> totalAsItStands(DocumentKey key) {
        return asItStands(key, LocalDate.EPOCH) instanceof Reading.Ready<BillableOrder> ready
                ? Optional.of(ready.content().totals().total())
                : Optional.empty();
    }

    @Override
    public Reading<Customer> customer(SourceKey key) {
        return atOneMoment(() -> customers.read(key));
    }

    @Override
    public void tell(ReturnLedger.StoreNote note) {
        notes.write(note);
    }
}
