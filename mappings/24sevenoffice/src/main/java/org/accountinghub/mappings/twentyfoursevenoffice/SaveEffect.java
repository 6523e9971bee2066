package org.accountinghub.mappings.twentyfoursevenoffice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;

/**
 * What a save of a whole record did, above all to that part of it which nobody meant to change. Names of elements only, no
 * values.
 *
 * @param any whether the record differs at all from what it was
 * @param lost had a value before and has none now
 * @param altered has another value than before, or one where there was none
 */
public record SaveEffect(boolean any, List<String> lost, List<String> altered) {

    /** @param meant as it was sent */
    public static SaveEffect between(Company before, Company meant, Company after) {
        return between(WholeRecord.COMPANY, before, meant, after);
    }

    public static SaveEffect between(Product before, Product meant, Product after) {
        return between(WholeRecord.PRODUCT, before, meant, after);
    }

    private static <T> SaveEffect between(WholeRecord<T> form, T before, T meant, T after) {
        Map<String, String> had = form.contents(before);
        Map<String, String> sent = form.contents(meant);
        Map<String, String> has = form.contents(after);
        List<String> untouched = Stream.concat(had.keySet().stream(), has.keySet().stream())
                .distinct()
                .sorted()
                .filter(path -> Objects.equals(had.get(path), sent.get(path)))
                .toList();
        return new SaveEffect(
                !had.equals(has),
                named(untouched.stream().filter(path -> had.containsKey(path) && !has.containsKey(path))),
                named(untouched.stream()
                        .filter(path -> has.containsKey(path)
                                && !same(had.getOrDefault(path, ""), has.getOrDefault(path, "")))));
    }

    /** A list that begins otherwise differs in each of its elements, which have one name. */
    private static List<String> named(Stream<String> paths) {
        return paths.map(path -> path.replaceAll("\\(\\d+\\)", "")).distinct().toList();
    }

    /** 25 and 25.00 are one value. */
    private static boolean same(String one, String other) {
        return one.equals(other)
                || (number(one) && number(other) && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0);
    }

    private static boolean number(String text) {
        return text.matches("-?\\d{1,20}(\\.\\d{1,20})?");
    }
}
