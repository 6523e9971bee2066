package org.accountinghub.routes.engine.registers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.CustomerFacts;
import org.accountinghub.routes.engine.port.CustomerFacts.Fact;
import org.accountinghub.routes.engine.port.StoreRegisters;
import org.accountinghub.routes.engine.port.StoreRegisters.Note;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the store what its customers are in the books: their numbers there, and of the invoices that the hub brought the
 * last one and what is left to be paid. What the partner's own register tells is left to its imports. A fact counts as told
 * only afterwards: it may be told twice, never not.
 */
public final class CustomerTeller {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerTeller.class);
    private static final int PORTION = 500;
    private static final Set<RegisterField> LAST_INVOICE =
            Set.of(RegisterField.LAST_INVOICE_NUMBER, RegisterField.LAST_INVOICE_DATE);

    private final CustomerFacts facts;
    private final StoreRegisters store;
    private final ConnectionLedger connections;
    private final Connectors connectors;

    public CustomerTeller(
            CustomerFacts facts, StoreRegisters store, ConnectionLedger connections, Connectors connectors) {
        this.facts = facts;
        this.store = store;
        this.connections = connections;
        this.connectors = connectors;
    }

    /** Tells one portion. Returns of how many customers. */
    public int tell() {
        Map<String, List<Fact>> byConnection =
                facts.untold(PORTION).stream().collect(Collectors.groupingBy(Fact::connection));
        int told = 0;
        for (Map.Entry<String, List<Fact>> of : byConnection.entrySet()) {
            Set<RegisterField> toldByRegister = toldByRegister(of.getKey());
            Map<String, Note> notes = new HashMap<>();
            of.getValue()
                    .forEach(fact ->
                            fact.numbers().forEach(number -> notes.put(number, note(number, fact, toldByRegister))));
            try {
                store.note(of.getKey(), new ArrayList<>(notes.values()));
                facts.told(of.getValue());
                told += of.getValue().size();
            } catch (RuntimeException e) {
                LOG.error(
                        "the store could not be told of customers at {} and will be again: {}",
                        of.getKey(),
                        e.getClass().getSimpleName());
            }
        }
        return told;
    }

    private static Note note(String number, Fact fact, Set<RegisterField> toldByRegister) {
        Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
        fact.invoiced().ifPresent(invoiced -> {
            values.put(RegisterField.LAST_INVOICE_NUMBER, invoiced.lastNumber());
            values.put(RegisterField.LAST_INVOICE_DATE, invoiced.lastDate().toString());
            values.put(
                    RegisterField.BALANCE,
                    invoiced.balance().map(BigDecimal::toPlainString).orElse(""));
        });
        values.keySet().removeAll(toldByRegister);
        if (!Collections.disjoint(toldByRegister, LAST_INVOICE)) {
            values.keySet().removeAll(LAST_INVOICE);
        }
        return new Note(number, fact.accountingNumber(), values);
    }

    private Set<RegisterField> toldByRegister(String name) {
        try {
            return connections
                    .find(name)
                    .filter(connection -> connection.registers().containsKey(Register.CUSTOMERS))
                    .flatMap(connection -> RegisterConnector.source(connectors.open(connection), Register.CUSTOMERS))
                    .map(RegisterSource::fields)
                    .orElse(Set.of());
        } catch (InvalidSettingsException e) {
            return Set.of();
        }
    }
}
