package org.accountinghub.routes.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterPoliciesTest {

    @TempDir
    private Path folder;

    private Map<Register, RegisterPolicy> read(String registers) throws IOException {
        Path file = Files.writeString(
                folder.resolve("connections.yml"),
                "connections:\n  - name: north\n    connector: fortnox\n    time-zone: Europe/Stockholm\n"
                        + "    registers: " + registers + "\n");
        return new ConnectionsFile(file, Map.of()).read().get(0).registers();
    }

    @Test
    void everythingCanBeSaid() throws IOException {
        assertThat(read("{customers: {import: '*/15 * * * *', export: true, numbers: mapped,"
                        + " master: {identity: accounting, contact-data: store}}, articles: {import: '0 3 * * 1'}}"))
                .containsOnly(
                        Map.entry(
                                Register.CUSTOMERS,
                                new RegisterPolicy(
                                        Optional.of("*/15 * * * *"),
                                        true,
                                        Numbers.MAPPED,
                                        Map.of(
                                                FieldGroup.IDENTITY,
                                                Side.ACCOUNTING,
                                                FieldGroup.CONTACT_DATA,
                                                Side.STORE))),
                        Map.entry(
                                Register.ARTICLES,
                                new RegisterPolicy(Optional.of("0 3 * * 1"), false, Numbers.USUAL, Map.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{clients: {export: true}}|registers: clients is 'clients'|customers, articles",
                "{customers: {imports: x}}|has a field 'imports'|export, import, master, numbers",
                "{customers: {import: hourly}}|import 'hourly' is no schedule|*/15",
                "{customers: {import: '0 */15 * * * *'}}|is no schedule|minute, hour",
                "{customers: {export: yes}}|export is 'yes'|true, false",
                "{customers: {numbers: yours}}|numbers is 'yours'|ours, theirs, mapped",
                "{customers: {master: {name: store}}}|master is 'name'|identity",
                "{customers: {master: {prices: store}}}|master is 'prices'|identity",
                "{customers: {master: {identity: hub}}}|identity is 'hub'|store, accounting",
                "{customers: {master: {accounting: store}}}|only the accounting system knows|Leave that line out",
                "{customers: 1}|registers: customers is not a group|field: value"
            })
    void whatIsWrongIsToldWithTheRemedy(String registers, String what, String remedy) {
        assertThatThrownBy(() -> read(registers))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("north")
                .hasMessageContaining(what)
                .extracting(refused -> refused.getMessage() + ((StartRefused) refused).remedy())
                .asString()
                .contains(remedy);
    }
}
