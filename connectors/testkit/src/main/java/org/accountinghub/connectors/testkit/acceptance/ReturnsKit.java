package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.connectors.spi.Returns.Page;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds for everything that comes back: every change is seen, every page read, and no failure taken for an answer.
 *
 * @param <D> the document
 */
abstract class ReturnsKit<D> extends AcceptanceKit {

    static final BillableOrder ORDER = Documents.order();

    @BeforeEach
    final void prepare() {
        trial().bench().addCustomer(ORDER.payer().number(), ORDER.payer().name(), Documents.ORGANISATION_NUMBER);
        trial().bench().addArticle(Documents.ARTICLE);
    }

    @Test
    final void oneIsSeenAfterItsCreationAndAgainAfterAChange() {
        Instant start = trial().clock().instant();
        String number = add(ORDER.reference().value());
        Brief fresh = only(changedSince(start), number);
        trial().bench().clock().advance(Duration.ofHours(2));
        Instant later = trial().clock().instant();
        change(number);

        Brief changed = only(changedSince(later), number);

        assertThat(fresh.reference()).isEqualTo(shown(ORDER.reference()));
        assertThat(changed.fingerprint()).isNotEqualTo(fresh.fingerprint());
        assertThat(only(changedSince(later), number).fingerprint()).isEqualTo(changed.fingerprint());
    }

    @Test
    final void whatDidNotChangeIsNotListedForEver() {
        String number = add(ORDER.reference().value());
        trial().bench().clock().advance(Duration.ofDays(1));

        assertThat(changedSince(trial().clock().instant()))
                .noneMatch(brief -> brief.id().equals(number));
    }

    @Test
    final void everyPageIsRead() {
        Instant start = trial().clock().instant();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 620; i++) {
            numbers.add(add(""));
        }

        assertThat(changedSince(start)).extracting(Brief::id).containsAll(numbers);
    }

    @Test
    final void oneThatIsNotThereIsEmpty() {
        assertThat(read("987654")).isEmpty();
        assertThat(value(source().idOf("987654", trial().transcript())).flatMap(this::read))
                .isEmpty();
    }

    @Test
    final void onlyThoseWithExactlyTheReferenceCarryIt() {
        String first = add(ORDER.reference().value());
        if (!has(Behaviour.REFERENCE_SHOWN)) {
            assertThat(carrying(ORDER.reference())).isEmpty();
            return;
        }
        add("X" + ORDER.reference().value());
        assertThat(carrying(ORDER.reference())).extracting(Brief::id).containsExactly(first);

        String second = add(ORDER.reference().value());
        assertThat(carrying(ORDER.reference())).extracting(Brief::id).containsExactlyInAnyOrder(first, second);
    }

    @Test
    final void anAnswerThatIsNoneSaysWhy() {
        haveToken();
        for (Fault fault : List.of(Fault.cut(), Fault.status(500), Fault.status(429), Fault.malformed())) {
            faults().clear();
            faults().onAnything().every(1, fault);

            Answer<Page> answer = trial().seen(
                            source().changedSince(trial().clock().instant(), Optional.empty(), trial().transcript()));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.None.class, none -> assertThat(none.why()).isInstanceOf(Outcome.Retry.class));
        }
    }

    @Test
    final void aRevokedConsentBlocks() {
        haveToken();
        faults().onAnything().next(Fault.revokeConsent());

        assertThat(trial().seen(source().read("1", trial().transcript())))
                .isInstanceOfSatisfying(
                        Answer.None.class, none -> assertThat(none.why()).isInstanceOf(Outcome.Blocked.class));
    }

    /** Lists and reads know it by its id; somebody who looked at it names it as people there do, or by that id. */
    final void leadsToItsId(String id) {
        for (String called : List.of(trial().bench().number(id), id)) {
            assertThat(value(source().idOf(called, trial().transcript()))).contains(id);
        }
    }

    abstract Returns<D> source();

    /** Puts one there by hand, with this text where our reference goes; answers its number. */
    abstract String add(String reference);

    /** Somebody over there does to it what the hub waits for. */
    abstract void change(String number);

    /** The reference as what is read shows it. */
    final Optional<Reference> shown(Reference reference) {
        return has(Behaviour.REFERENCE_SHOWN) ? Optional.of(reference) : Optional.empty();
    }

    final PartnerDocument customer() {
        return trial().bench().customer(ORDER.payer().number());
    }

    private List<Brief> changedSince(Instant since) {
        List<Brief> all = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page page = value(source().changedSince(since, next, trial().transcript()));
            all.addAll(page.documents());
            next = page.next();
        } while (next.isPresent());
        return all;
    }

    final Optional<D> read(String number) {
        return value(source().read(number, trial().transcript()));
    }

    final List<Brief> carrying(Reference reference) {
        return value(source().carrying(reference, trial().transcript()));
    }

    final <T> T value(Answer<T> answer) {
        trial().seen(answer);
        if (answer instanceof Answer.Value<T> value) {
            return value.value();
        }
        throw new AssertionError("no answer: " + answer);
    }

    private static Brief only(List<Brief> briefs, String number) {
        List<Brief> found =
                briefs.stream().filter(brief -> brief.id().equals(number)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
