package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds parts to whole numbers whose sum is given: the largest remainders are rounded up, the first of equal ones first. */
public final class WholeParts {

    private WholeParts() {}

    /** @param total at least the sum of the parts rounded down, at most that of the parts rounded up */
    public static List<Long> of(List<BigDecimal> parts, long total) {
        List<Long> whole = new ArrayList<>(parts.stream()
                .map(part -> part.setScale(0, RoundingMode.FLOOR).longValueExact())
                .toList());
        long rest = total - whole.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer i) -> BigDecimal.valueOf(whole.get(i)).subtract(parts.get(i))))
                .limit(rest)
                .toList()
                .forEach(i -> whole.set(i, whole.get(i) + 1));
        return List.copyOf(whole);
    }
}
