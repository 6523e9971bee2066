package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RegisterTrialTest {

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final DataSource hub = database.hub();

    private static List<RegisterRecord> records(Register register, String name) {
        RegisterField field = register == Register.CUSTOMERS ? RegisterField.NAME : RegisterField.DESCRIPTION;
        return Stream.of(Map.entry("1", name), Map.entry("2", name), Map.entry("3", ""))
                .map(one -> new RegisterRecord(register, one.getKey(), Map.of(field, one.getValue())))
                .toList();
    }

    private List<PutVerdict.Kind> put(DataSource source, Register register, String name) {
        List<RegisterRecord> records = records(register, name);
        return new RegisterWriter(source, StoreSettings.swedish("service"))
                        .put(
                                register,
                                records,
                                records.stream()
                                        .map(one -> OptionalLong.empty())
                                        .toList(),
                                "hub")
                        .stream()
                        .map(PutVerdict::kind)
                        .toList();
    }

    @ParameterizedTest
    @EnumSource(Register.class)
    void whatIsTriedKeepsNobodyWaitingAndWritesNothing(Register register) {
        String table = register == Register.CUSTOMERS ? "customers" : "articles";
        String named = register == Register.CUSTOMERS ? "name" : "description";
        database.does("INSERT INTO service." + table + " (number, " + named + ") VALUES ('1', 'One')");

        new TransactionTemplate(new JdbcTransactionManager(hub)).executeWithoutResult(trial -> {
            JdbcClient.create(hub)
                    .sql("SELECT set_config('hub.trial', 'yes', true)")
                    .query()
                    .singleValue();
            assertThat(put(hub, register, "Tried"))
                    .containsExactly(PutVerdict.Kind.UPDATED, PutVerdict.Kind.CREATED, PutVerdict.Kind.REFUSED);

            database.does("SET lock_timeout = '1s'");
            database.does("UPDATE service." + table + " SET " + named + " = 'Meanwhile' WHERE number = '1'");
            database.does("INSERT INTO service." + table + " (number, " + named + ") VALUES ('2', 'Meanwhile')");
        });

        assertThat(database.one("SELECT string_agg(number || ' ' || " + named + ", ', ' ORDER BY number) FROM service."
                        + table))
                .isEqualTo("1 Meanwhile, 2 Meanwhile");
        assertThat(put(database.hub(), register, "Written"))
                .as("the same function writes outside a trial")
                .containsExactly(PutVerdict.Kind.UPDATED, PutVerdict.Kind.UPDATED, PutVerdict.Kind.REFUSED);
    }
}
