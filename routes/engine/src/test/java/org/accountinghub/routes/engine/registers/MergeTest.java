package org.accountinghub.routes.engine.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.accountinghub.routes.engine.port.RegisterConflicts.Settled;
import org.accountinghub.routes.engine.port.RegisterLedger.Remembered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {

    private static final Set<RegisterField> ALL = Set.copyOf(RegisterField.of(Register.CUSTOMERS));

    /** Values: a letter, {@code 0} = empty, {@code -} = the side does not know the field, or nothing is remembered of it. */
    @ParameterizedTest(name = "master {0}, export {1}: {2}|{3}, before {4}|{5}")
    @CsvSource({
        // master, export, ours, theirs, before ours, theirs -> to store, to partner, clash, remembered ours, theirs
        // both equal
        "STORE,      true,  A, A, A, A, -, -, -,              A, A",
        "STORE,      true,  B, B, A, A, -, -, -,              B, B",
        "STORE,      true,  A, A, -, -, -, -, -,              A, A",
        // neither changed: what a side cannot hold is no reason to write
        "STORE,      true,  A, B, A, B, -, -, -,              A, B",
        "ACCOUNTING, true,  A, B, A, B, -, -, -,              A, B",
        // only the master changed
        "STORE,      true,  B, A, A, A, -, B, -,              A, A",
        "ACCOUNTING, true,  A, B, A, A, B, -, -,              B, B",
        "STORE,      true,  0, A, A, A, -, 0, -,              A, A",
        "ACCOUNTING, true,  A, 0, A, A, 0, -, -,              0, 0",
        // only the other side changed
        "STORE,      true,  A, B, A, A, -, A, STORE_WON,      A, A",
        "ACCOUNTING, true,  B, A, A, A, A, -, ACCOUNTING_WON, A, A",
        // both changed
        "STORE,      true,  B, C, A, A, -, B, STORE_WON,      A, A",
        "ACCOUNTING, true,  B, C, A, A, C, -, ACCOUNTING_WON, C, C",
        "STORE,      true,  B, 0, A, A, -, B, STORE_WON,      A, A",
        // nothing is exported
        "STORE,      false, B, A, A, A, -, -, -,              A, A",
        "STORE,      false, A, B, A, A, -, -, LEFT,           A, B",
        "STORE,      false, B, C, A, A, -, -, LEFT,           B, C",
        "ACCOUNTING, false, A, B, A, A, B, -, -,              B, B",
        // never made alike, and shown
        "STORE,      true,  A, B, -, -, -, A, -,              -, -",
        "ACCOUNTING, true,  A, B, -, -, B, -, -,              B, B",
        "STORE,      true,  0, B, -, -, -, -, -,              -, B",
        "ACCOUNTING, true,  A, 0, -, -, -, -, -,              -, 0",
        "STORE,      true,  A, 0, -, -, -, A, -,              -, -",
        "ACCOUNTING, true,  0, B, -, -, B, -, -,              B, B",
        "STORE,      false, A, B, -, -, -, -, -,              A, B",
        // one side does not know the field
        "STORE,      true,  -, B, -, -, -, -, -,              -, B",
        "STORE,      true,  A, -, A, A, -, -, -,              A, A",
    })
    void everyRule(
            Side master,
            boolean export,
            String ours,
            String theirs,
            String beforeOurs,
            String beforeTheirs,
            String toStore,
            String toPartner,
            String clash,
            String nowOurs,
            String nowTheirs) {
        Merge.Merged merged = merge(master, export, ALL, ALL)
                .of(
                        record(RegisterField.PHONE, ours),
                        record(RegisterField.PHONE, theirs),
                        new Remembered(3, printed(beforeOurs), printed(beforeTheirs), 0, false, Map.of()),
                        MergeTest::print,
                        true);

        assertThat(said(merged.toStore().get(RegisterField.PHONE))).isEqualTo(toStore);
        assertThat(said(merged.toPartner().get(RegisterField.PHONE))).isEqualTo(toPartner);
        assertThat(merged.clashes().stream().map(each -> each.settled().name()).collect(Collectors.joining()))
                .isEqualTo(clash.equals("-") ? "" : clash);
        assertThat(merged.ours()).isEqualTo(printed(nowOurs));
        assertThat(merged.theirs()).isEqualTo(printed(nowTheirs));
    }

    @Test
    void differencesThatNobodyWasShownAreConflicts() {
        Merge.Merged merged = merge(Side.STORE, true, ALL, ALL)
                .of(
                        record(RegisterField.PHONE, "A"),
                        record(RegisterField.PHONE, "B"),
                        Remembered.NOTHING,
                        MergeTest::print,
                        false);

        assertThat(merged.clashes()).containsExactly(new Merge.Clash(RegisterField.PHONE, "A", "B", Settled.STORE_WON));
    }

    @Test
    void whatCannotBeClearedThereStaysAndIsSaid() {
        Remembered before = new Remembered(1, printed("A"), printed("A"), 0, false, Map.of());
        Merge.Merged merged = merge(Side.STORE, true, ALL, Set.of())
                .of(record(RegisterField.PHONE, "0"), record(RegisterField.PHONE, "A"), before, MergeTest::print, true);

        assertThat(merged.toPartner()).isEmpty();
        assertThat(merged.uncleared()).containsExactly(RegisterField.PHONE);
        assertThat(merged.ours()).isEqualTo(printed("0"));
        assertThat(merged.theirs()).isEqualTo(printed("A"));
    }

    @Test
    void whatCannotBeWrittenThereIsLeft() {
        Remembered before = new Remembered(1, printed("A"), printed("A"), 0, false, Map.of());
        Merge.Merged merged = merge(Side.STORE, true, Set.of(), Set.of())
                .of(record(RegisterField.PHONE, "B"), record(RegisterField.PHONE, "A"), before, MergeTest::print, true);

        assertThat(merged.toPartner()).isEmpty();
        assertThat(merged.ours()).isEqualTo(printed("B"));
    }

    @Test
    void addressesAreNotMixed() {
        RegisterRecord ours = record(Map.of(
                RegisterField.INVOICE_LINE1, "Our street",
                RegisterField.INVOICE_LINE2, "",
                RegisterField.VISITING_LINE1, "",
                RegisterField.VISITING_CITY, ""));
        RegisterRecord theirs = record(Map.of(
                RegisterField.INVOICE_LINE1, "Their street",
                RegisterField.INVOICE_LINE2, "Their floor",
                RegisterField.VISITING_LINE1, "Their door",
                RegisterField.VISITING_CITY, "Lund"));
        Merge.Merged merged =
                merge(Side.STORE, true, ALL, ALL).of(ours, theirs, Remembered.NOTHING, MergeTest::print, true);

        assertThat(merged.toPartner())
                .containsOnly(
                        Map.entry(RegisterField.INVOICE_LINE1, FieldChange.to("Our street")),
                        Map.entry(RegisterField.INVOICE_LINE2, FieldChange.to("")));
    }

    @Test
    void whatOnlyTheAccountingSystemKnowsComesInWhoeverIsMaster() {
        RegisterRecord theirs = record(Map.of(RegisterField.BALANCE, "100.00", RegisterField.CREDIT_BLOCKED, "false"));
        Remembered before = new Remembered(
                1,
                Map.of(),
                Map.of(RegisterField.CREDIT_BLOCKED, print(RegisterField.CREDIT_BLOCKED, "false")),
                0,
                false,
                Map.of());
        Merge.Merged merged =
                merge(Side.STORE, false, ALL, ALL).of(record(Map.of()), theirs, before, MergeTest::print, true);

        assertThat(merged.toStore()).containsExactly(Map.entry(RegisterField.BALANCE, "100"));
        assertThat(merged.clashes()).isEmpty();
    }

    @Test
    void personsNumbersAreMaskedInConflicts() {
        RegisterRecord ours = record(
                Map.of(RegisterField.CUSTOMER_KIND, "PRIVATE", RegisterField.REGISTRATION_NUMBER, "191212121212"));
        RegisterRecord theirs = record(Map.of(RegisterField.REGISTRATION_NUMBER, "5566778899"));
        Merge.Merged merged =
                merge(Side.STORE, true, ALL, ALL).of(ours, theirs, Remembered.NOTHING, MergeTest::print, false);

        assertThat(merged.clashes())
                .containsExactly(new Merge.Clash(
                        RegisterField.REGISTRATION_NUMBER,
                        PersonalNumbers.MASK,
                        PersonalNumbers.MASK,
                        Settled.STORE_WON));
    }

    @Test
    void otherValuesThanWereSentAreSaidAndNotSentAgain() {
        Remembered before = new Remembered(1, printed("A"), printed("A"), 0, false, Map.of());
        Merge merge = merge(Side.STORE, true, ALL, ALL);
        RegisterRecord ours = record(RegisterField.PHONE, "B");
        Merge.Merged sent = merge.of(ours, record(RegisterField.PHONE, "A"), before, MergeTest::print, true);

        RegisterRecord held = record(RegisterField.PHONE, "C");
        Merge.Merged answered = Merge.answered(sent, ours, held, MergeTest::print);
        Merge.Merged again = merge.of(
                ours,
                held,
                new Remembered(2, answered.ours(), answered.theirs(), 0, false, Map.of()),
                MergeTest::print,
                true);

        assertThat(answered.clashes())
                .containsExactly(new Merge.Clash(RegisterField.PHONE, "B", "C", Settled.NOT_HELD));
        assertThat(again.toPartner()).isEmpty();
        assertThat(again.clashes()).isEmpty();
    }

    private static Merge merge(Side master, boolean export, Set<RegisterField> writable, Set<RegisterField> clearable) {
        return new Merge(
                new RegisterPolicy(
                        Optional.empty(),
                        export,
                        Numbers.OURS,
                        Map.of(
                                FieldGroup.CONTACT_DATA, master,
                                FieldGroup.ADDRESSES, master,
                                FieldGroup.IDENTITY, master)),
                writable,
                clearable);
    }

    private static String print(RegisterField field, String value) {
        return field + "=" + value;
    }

    private static Map<RegisterField, String> printed(String value) {
        Map<RegisterField, String> prints = new HashMap<>();
        record(RegisterField.PHONE, value).values().forEach((field, held) -> prints.put(field, print(field, held)));
        return prints;
    }

    private static RegisterRecord record(RegisterField field, String value) {
        return record(value.equals("-") ? Map.of() : Map.of(field, value.equals("0") ? "" : value));
    }

    private static RegisterRecord record(Map<RegisterField, String> values) {
        return new RegisterRecord(Register.CUSTOMERS, "17", values);
    }

    private static String said(@org.jspecify.annotations.Nullable Object change) {
        if (change == null) {
            return "-";
        }
        String value = change instanceof FieldChange.Set set ? set.value() : change instanceof String text ? text : "";
        return value.isEmpty() ? "0" : value;
    }
}
