package org.accountinghub.mappings.model;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Whether a customer over there is the same company or person as ours. */
public final class SameCustomer {

    private SameCustomer() {}

    /** By registration number where both sides have one, else by name. */
    public static boolean agrees(Customer ours, Optional<String> theirName, Optional<String> theirNumber) {
        Optional<String> ourNumber = significant(ours.registration().map(RegistrationNumber::value));
        Optional<String> foreign = significant(theirNumber);
        if (ourNumber.isPresent() && foreign.isPresent()) {
            return ourNumber.equals(foreign);
        }
        return theirName
                .map(SameCustomer::normalised)
                .filter(name -> name.equals(normalised(ours.name())))
                .isPresent();
    }

    /** Without what people write where a number is demanded and they have none, such as 000000-0000. */
    public static Optional<String> significant(Optional<String> number) {
        return number.map(value -> RegistrationNumber.organisation(value).digits())
                .filter(digits -> !digits.matches("(\\d?)\\1*"));
    }

    /**
     * Hits of a search by registration number that really have it: partners search by substring.
     *
     * @param theirs the number of a hit
     */
    public static <T> List<T> withRegistration(
            RegistrationNumber number, List<T> hits, Function<T, Optional<String>> theirs) {
        return significant(Optional.of(number.value())).isEmpty()
                ? List.of()
                : hits.stream()
                        .filter(hit -> theirs.apply(hit).filter(number::sameAs).isPresent())
                        .toList();
    }

    private static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
