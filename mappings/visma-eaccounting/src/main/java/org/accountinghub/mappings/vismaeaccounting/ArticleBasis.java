package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleCoding;
import org.accountinghub.mappings.vismaeaccounting.wire.Unit;

/**
 * What the company's articles are made of.
 *
 * @param named names of the codings to use, by VAT rate in percent; rates that are not named take the one coding with them
 */
public record ArticleBasis(List<ArticleCoding> codings, Map<BigDecimal, String> named, List<Unit> units) {

    public ArticleBasis {
        codings = List.copyOf(codings);
        named = Map.copyOf(named);
        units = List.copyOf(units);
    }

    /** In percent, of the coding with this id. */
    public Optional<BigDecimal> rate(String codingId) {
        return codings.stream()
                .filter(coding -> coding.id().filter(codingId::equals).isPresent())
                .findFirst()
                .flatMap(ArticleCoding::vatRatePercent)
                .map(Rates::percent);
    }

    /** The active codings that an article with this rate could have: usable when there is just one. */
    public List<ArticleCoding> fitting(BigDecimal rate) {
        BigDecimal percent = Rates.plain(rate);
        Optional<String> name = Optional.ofNullable(named.get(percent));
        return codings.stream()
                .filter(coding -> coding.isActive().orElse(true) && coding.id().isPresent())
                .filter(coding -> name.map(wanted -> names(coding).anyMatch(wanted::equalsIgnoreCase))
                        .orElseGet(() -> coding.vatRatePercent()
                                .filter(one -> Rates.percent(one).compareTo(percent) == 0)
                                .isPresent()))
                .toList();
    }

    /** The unit with this abbreviation, name or code. */
    public Optional<Unit> unit(String called) {
        String text = called.strip();
        return units.stream()
                .filter(unit -> unit.id().isPresent()
                        && Stream.of(unit.abbreviation(), unit.name(), unit.code(), unit.abbreviationEnglish())
                                .flatMap(Optional::stream)
                                .anyMatch(text::equalsIgnoreCase))
                .findFirst();
    }

    private static Stream<String> names(ArticleCoding coding) {
        return Stream.of(coding.name(), coding.nameEnglish()).flatMap(Optional::stream);
    }
}
