package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.acceptance.Records;
import org.accountinghub.mappings.model.CleanedText;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.FieldReading;
import org.accountinghub.mappings.model.register.FieldWriting;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.junit.jupiter.api.Test;

/** Customers whose record is nothing but their name. */
class RecordChangesTest implements RecordChanges.There<String> {

    private static final RegisterForm<String, String> FORM = new RegisterForm<>(
            new RegisterForm.Partner(
                    "books",
                    "Books",
                    review -> new Fields(review, "Books", line -> new CleanedText(line, Map.of()), Map.of())),
            Register.CUSTOMERS,
            name -> Optional.of("No 7"),
            List.of(FieldReading.text(RegisterField.NAME, Optional::of)),
            name -> Optional.of("No 7"),
            List.of(),
            List.of(
                    FieldWriting.text(RegisterField.NAME, "Name", 50),
                    FieldWriting.identifier(RegisterField.VAT_NUMBER, "VatNumber", 4)));

    private static final RegisterEdit RENAMED =
            Records.edit(Register.CUSTOMERS, "7", RegisterField.NAME, "Fjord och Fjäll AB");
    private static final RegisterEdit UNSAYABLE =
            Records.edit(Register.CUSTOMERS, "7", RegisterField.PHONE, "0911-123 45");
    private static final RegisterEdit REFUSED =
            Records.edit(Register.CUSTOMERS, "7", RegisterField.VAT_NUMBER, "SE556036079301");

    private final RecordChanges<String> changes = new RecordChanges<>(this, InstantSource.system());
    private final List<String> asked = new ArrayList<>();
    private Reply<Optional<String>> there = new Reply.Said<>(Optional.of("Fjord AB"));

    @Test
    void whatDiffersIsWrittenAndWhatReadsOtherwiseIsTold() {
        assertThat(perform(RENAMED))
                .isEqualTo(new Outcome.Delivered(
                        new PartnerDocument("77", "No 7", List.of("name was sent, and Books holds something else"))));
        assertThat(asked).containsExactly("read 77", "write");
    }

    @Test
    void whatIsSoAlreadyIsNotWrittenAndIsFound() {
        there = new Reply.Said<>(Optional.of("Fjord och Fjäll AB"));

        assertThat(perform(RENAMED))
                .isEqualTo(
                        new Outcome.Delivered(new PartnerDocument("77", "No 7", List.of("Books has it so already"))));
        assertThat(find(RENAMED)).isEqualTo(new Finding.Found(new PartnerDocument("77", "No 7", List.of())));
        assertThat(asked).containsExactly("read 77", "read 77");
    }

    @Test
    void whatCannotBeSaidAsksNobody() {
        assertThat(perform(UNSAYABLE))
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.document().notes()).hasSize(1));
        assertThat(perform(REFUSED)).isInstanceOf(Outcome.Rejected.class);
        assertThat(find(REFUSED)).as("it was never written").isInstanceOf(Finding.Absent.class);
        assertThat(changes.rehearse(REFUSED, Map.of(), Conversation.UNHEARD).problems())
                .hasSize(1);
        assertThat(asked).isEmpty();
    }

    @Test
    void aRecordThatIsGoneIsAProblem() {
        there = new Reply.Said<>(Optional.empty());

        assertThat(perform(RENAMED))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.problem())
                                .extracting(Problem::cause)
                                .isEqualTo("books.customer-gone"));
        assertThat(find(RENAMED)).isInstanceOf(Finding.Absent.class);
        assertThat(asked).doesNotContain("write");
    }

    @Test
    void aFailedReadingIsNoAbsence() {
        there = new Reply.Failed<>(problems().notSent("it is away"));

        assertThat(perform(RENAMED)).isInstanceOf(Outcome.Retry.class);
        assertThat(find(RENAMED)).isInstanceOf(Finding.Unreachable.class);
        assertThat(asked).doesNotContain("write");
    }

    private Outcome perform(RegisterEdit edit) {
        return changes.perform(work(edit), Conversation.UNHEARD);
    }

    private Finding find(RegisterEdit edit) {
        return changes.find(work(edit), Conversation.UNHEARD);
    }

    private Work<RegisterEdit> work(RegisterEdit edit) {
        return new Work<>(changes.steps(edit).get(0), edit, Map.of(), Map.of(SourceKey.CUSTOMER, "77"), Instant.EPOCH);
    }

    @Override
    public RegisterForm<String, String> form() {
        return FORM;
    }

    @Override
    public Set<RegisterField> clearable() {
        return Set.of();
    }

    @Override
    public HiddenPersons persons() {
        return HiddenPersons.inJson("Person");
    }

    @Override
    public Reply<Optional<String>> read(String id, Conversation conversation) {
        asked.add("read " + id);
        return there;
    }

    @Override
    public Outcome change(RecordChanges.Change<String> change, Instant begun, Conversation conversation) {
        return change.unlessDone(read(change.id(), conversation), before -> {
            asked.add("write");
            return change.delivered(before, change.otherwise(before));
        });
    }

    @Override
    public PartnerProblems problems() {
        return new PartnerProblems("books", "Books");
    }
}
