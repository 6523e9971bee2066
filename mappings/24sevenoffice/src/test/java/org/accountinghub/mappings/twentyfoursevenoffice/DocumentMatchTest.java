package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.accountinghub.mappings.samples.OrderSketch.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.twentyfoursevenoffice.DocumentMatch.Verdict;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.junit.jupiter.api.Test;

/** After a lost answer the customer's documents are listed: what that can decide, and what only a person can. */
class DocumentMatchTest {

    private static final OfficeRules RULES = TestRules.rules();
    private static final DocumentMatch MATCH = new DocumentMatch(RULES);
    private static final BillableOrder ORDER =
            order("1").article("ARB", "Arbete", "2", "h", "845").sketched();
    private static final BillableOrder SAME_CONTENT =
            order("2").article("ARB", "Arbete", "2", "h", "845").sketched();

    @Test
    void anotherOrderOfTheSameContentIsNoEvidence() {
        assertThat(among(back(SAME_CONTENT))).isEqualTo(new Verdict.Absent());
        assertThat(among()).isEqualTo(new Verdict.Absent());
    }

    @Test
    void oneWithOurReferenceIsItAmongOthers() {
        InvoiceOrder ours = back(ORDER);

        assertThat(among(back(SAME_CONTENT), ours)).isEqualTo(new Verdict.Found(ours));
    }

    @Test
    void oneThatLostItsReferenceAndHasOurRowsIsForAPerson() {
        InvoiceOrder mended = back(ORDER);
        mended.setReferenceNumber("Bestilling Kari");

        assertThat(among(mended)).isInstanceOfSatisfying(Verdict.Unclear.class, unclear -> {
            assertThat(unclear.problem().cause()).isEqualTo("24sevenoffice.document-unclear");
            assertThat(unclear.problem().reason())
                    .contains("order 88", ORDER.reference().value());
        });
        mended.setReferenceNumber(null);
        assertThat(among(mended)).isInstanceOf(Verdict.Unclear.class);
    }

    @Test
    void oneWithoutReferenceAndOtherRowsCannotBeIt() {
        InvoiceOrder other =
                back(order("3").article("ARB", "Arbete", "3", "h", "845").sketched());
        other.setReferenceNumber("");

        assertThat(among(other)).isEqualTo(new Verdict.Absent());
    }

    @Test
    void twoWithOurReferenceAreForAPerson() {
        assertThat(among(back(ORDER), back(ORDER)))
                .isInstanceOfSatisfying(
                        Verdict.Unclear.class,
                        unclear -> assertThat(unclear.problem().cause()).isEqualTo("24sevenoffice.document-doubled"));
    }

    @Test
    void aCreditNoteWithACopiedReferenceDoesNotCount() {
        InvoiceOrder ours = back(ORDER);
        InvoiceOrder credit = back(ORDER);
        credit.setReferenceInvoiceId(ours.getInvoiceId());

        assertThat(among(ours, credit)).isEqualTo(new Verdict.Found(ours));
    }

    @Test
    void ourReferenceAtAnotherCustomerIsForAPerson() {
        InvoiceOrder moved = back(ORDER);
        moved.setCustomerId(1);

        assertThat(among(moved)).isInstanceOfSatisfying(Verdict.Unclear.class, unclear -> {
            assertThat(unclear.problem().cause()).isEqualTo("24sevenoffice.document-differs");
            assertThat(unclear.problem().reason()).contains("customer 4711 sent, customer 1 there");
        });
    }

    private static Verdict among(InvoiceOrder... documents) {
        return MATCH.among(ORDER, TestRules.COMPANY, List.of(documents));
    }

    private static InvoiceOrder back(BillableOrder order) {
        InvoiceOrder sent = ((Translation.Done<InvoiceOrder>) new DocumentTranslation(RULES)
                        .translate(order, order.documentDate(), TestRules.COMPANY, TestRules.products()))
                .value();
        return new AnsweringOffice(false, false).answer(sent);
    }
}
