package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.PersonalIdentity;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.TaxReduction.Person;
import org.accountinghub.mappings.model.WholeParts;
import org.accountinghub.mappings.vismaeaccounting.wire.Deductor;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere.DeductorThere;

/** What each person asks for of the reduction that eAccounting computed, by share; no reduction rate is known here. */
public final class ReductionShares {

    private ReductionShares() {}

    /** Whether eAccounting's own distribution, in equal parts, is not what the persons want. */
    public static boolean uneven(BillableOrder order) {
        return order.taxReduction().stream()
                        .flatMap(reduction -> reduction.persons().stream())
                        .map(Person::share)
                        .distinct()
                        .count()
                > 1;
    }

    /** To the öre, the sum exactly what was computed. */
    public static List<Deductor> of(BillableOrder order, BigDecimal computed) {
        List<Person> persons = order.taxReduction().map(TaxReduction::persons).orElse(List.of());
        long shares = persons.stream().mapToLong(Person::share).sum();
        long ore = computed.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
        List<Long> parts = WholeParts.of(
                persons.stream()
                        .map(person -> BigDecimal.valueOf(ore)
                                .multiply(BigDecimal.valueOf(person.share()))
                                .divide(BigDecimal.valueOf(shares), 10, RoundingMode.DOWN))
                        .toList(),
                ore);
        List<Deductor> all = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            all.add(new Deductor(
                    ReductionHeader.number(order, persons.get(i)).orElseThrow(),
                    Optional.of(Rates.plain(BigDecimal.valueOf(parts.get(i), 2)))));
        }
        return List.copyOf(all);
    }

    /** Whether each person has that part on the document already. */
    public static boolean made(BillableOrder order, DocumentThere document) {
        BigDecimal computed = document.reduction().orElse(BigDecimal.ZERO);
        List<DeductorThere> there = document.persons().orElse(List.of());
        return computed.signum() > 0
                && of(order, computed).stream()
                        .allMatch(wanted -> there.stream().anyMatch(has -> same(order, wanted, has)));
    }

    private static boolean same(BillableOrder order, Deductor wanted, DeductorThere has) {
        return has.ssn()
                        .flatMap(number -> PersonalIdentity.twelveDigits(number, order.documentDate()))
                        .filter(wanted.ssn()::equals)
                        .isPresent()
                && has.amount()
                        .filter(amount -> amount.compareTo(wanted.amount().orElseThrow()) == 0)
                        .isPresent();
    }
}
