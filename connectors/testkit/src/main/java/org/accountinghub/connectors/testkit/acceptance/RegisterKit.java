package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.RegisterSource.Page;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** What the parts of the kit about registers share. */
abstract class RegisterKit extends AcceptanceKit {

    @Override
    protected abstract RegisterBench bench();

    abstract Register register();

    final RegisterBench registers() {
        return (RegisterBench) trial().bench();
    }

    final RegisterSource source() {
        return trial().register(register());
    }

    final String add(RegisterRecord record) {
        return registers().addRecord(record);
    }

    /** The one record, which must be there. */
    final RegisterRecord read(String id) {
        return value(source().read(id, trial().transcript())).orElseThrow().record();
    }

    final List<Page> list(Optional<Instant> since) {
        return rest(since, page(since, Optional.empty()));
    }

    final Page page(Optional<Instant> since, Optional<String> token) {
        return value(source().list(since, token, trial().transcript()));
    }

    final List<Page> rest(Optional<Instant> since, Page first) {
        List<Page> pages = new ArrayList<>(List.of(first));
        while (pages.get(pages.size() - 1).next().isPresent()) {
            pages.add(page(since, pages.get(pages.size() - 1).next()));
        }
        return pages;
    }

    /** Its number from here on. */
    final String renumbered(String id) {
        if (has(Behaviour.RENUMBERED_RECORDS)) {
            registers().renumberRecord(register(), id, "4799");
            return "4799";
        }
        assertThatThrownBy(() -> registers().renumberRecord(register(), id, "4799"))
                .isInstanceOf(UnsupportedOperationException.class);
        return "4711";
    }

    static List<String> ids(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> page.records().stream())
                .map(There::id)
                .toList();
    }

    final RegisterField name() {
        return register() == Register.CUSTOMERS ? RegisterField.NAME : RegisterField.DESCRIPTION;
    }

    final RegisterField active() {
        return register() == Register.CUSTOMERS ? RegisterField.CUSTOMER_ACTIVE : RegisterField.ARTICLE_ACTIVE;
    }

    final <T> T value(Answer<T> answer) {
        assertThat(trial().seen(answer)).isInstanceOf(Answer.Value.class);
        return ((Answer.Value<T>) answer).value();
    }
}
