package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.StoreRegisters.Renumbering;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RegisterReaderTest {

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final RegisterReader reader = new RegisterReader(database.hub(), StoreSettings.swedish("service"));

    private List<String> numbers(OptionalLong since) {
        List<String> numbers = new ArrayList<>();
        reader.each(Register.CUSTOMERS, since, one -> numbers.add(one.record().number()));
        return numbers;
    }

    @Test
    void theWholeRegisterIsReadPageByPage() {
        database.does(
                "INSERT INTO service.customers (number, name) SELECT n::text, 'K' FROM generate_series(1, 2500) n;"
                        + "INSERT INTO service.customer_addresses (customer_id, use, city) SELECT id, 'POSTAL', 'Umeå' FROM service.customers;"
                        + "INSERT INTO service.articles (number, description) SELECT n::text, 'A' FROM generate_series(1, 1000) n");

        assertThat(numbers(OptionalLong.empty())).hasSize(2500).doesNotHaveDuplicates();
        assertThat(reader.page(Register.CUSTOMERS, OptionalLong.empty(), "", 2))
                .extracting(one -> one.record().values().get(RegisterField.POSTAL_CITY))
                .containsExactly("Umeå", "Umeå");
        List<String> articles = new ArrayList<>();
        reader.each(
                Register.ARTICLES,
                OptionalLong.empty(),
                one -> articles.add(one.record().number()));
        assertThat(articles).hasSize(1000);
    }

    @Test
    void aLateCommitIsReadTheNextTime() throws SQLException {
        database.does("INSERT INTO service.customers (number, name) VALUES ('1', 'Old'), ('2', 'Older')");
        try (Connection user = database.owner().getConnection();
                Statement saving = user.createStatement()) {
            user.setAutoCommit(false);
            saving.execute("UPDATE service.customers SET name = 'New' WHERE number = '1'");
            database.does("INSERT INTO service.customers (number, name) VALUES ('3', 'Meanwhile')");
            long mark = reader.watermark();
            assertThat(numbers(OptionalLong.empty())).hasSize(3);
            user.commit();
            assertThat(numbers(OptionalLong.of(mark))).contains("1").doesNotContain("2");
        }
    }

    @Test
    void aNumberThatWasChangedIsFoundByTheFormerOne() {
        database.does("INSERT INTO service.customers (number, name) VALUES ('1', 'One'), ('2', 'Two')");
        database.does(
                "SELECT service.change_customer_number('1', '7', 'admin'), service.change_customer_number('7', '8', 'admin')");

        assertThat(reader.renumbered(OptionalLong.empty()))
                .containsExactlyInAnyOrder(new Renumbering("1", "8"), new Renumbering("7", "8"));
        assertThat(reader.renumbered(OptionalLong.of(reader.watermark()))).isEmpty();
    }
}
