package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.accountinghub.mappings.fortnox.wire.HouseWorkType;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.WorkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseWorkTranslationTest {

    private static final List<WorkType> KINDS =
            List.of(WorkType.GARDENING, WorkType.CLEANING, WorkType.SNOW_PLOUGHING, WorkType.LAUNDRY);

    @ParameterizedTest
    @CsvSource({
        "g1.5, 2",
        "g0.49, 1",
        "g0, 0",
        "g1.5 g1.5, 2 1",
        "g1.5 g1.5 s0.5 c0.25, 2 1 1 0",
        "g0.4 c0.4 s0.4, 1 0 0",
        "g8 c0.4, 8 0",
        "g2 g3, 2 3",
        "g0.5 c0.5 g0.5 c0.5, 1 1 0 0"
    })
    void hoursAreWholeAndTheirSumIsKept(String worked, String reported) {
        List<HouseWork> work = Arrays.stream(worked.split(" "))
                .map(one -> new HouseWork(
                        KINDS.stream()
                                .filter(kind -> kind.name()
                                        .startsWith(one.substring(0, 1).toUpperCase(Locale.ROOT)))
                                .findFirst()
                                .orElseThrow(),
                        new BigDecimal(one.substring(1))))
                .toList();

        assertThat(HouseWorkTranslation.wholeHours(work).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(reported);
    }

    @Test
    void noRowIsOffByAnHourAndTheSumByMoreThanHalfOfOne() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            List<HouseWork> work = IntStream.rangeClosed(0, random.nextInt(12))
                    .mapToObj(row -> new HouseWork(
                            KINDS.get(random.nextInt(KINDS.size())), BigDecimal.valueOf(random.nextInt(2000), 2)))
                    .toList();
            double sum =
                    work.stream().mapToDouble(one -> one.hours().doubleValue()).sum();

            List<Long> whole = HouseWorkTranslation.wholeHours(work);

            double rounded = whole.stream().mapToLong(Long::longValue).sum();
            assertThat(rounded).isEqualTo(sum > 0 && sum < 0.5 ? 1 : Math.floor(sum + 0.5 + 1e-9));
            assertThat(IntStream.range(0, whole.size())
                            .mapToDouble(row ->
                                    whole.get(row) - work.get(row).hours().doubleValue()))
                    .allMatch(rounding -> Math.abs(rounding) < 1);
        }
    }

    @Test
    void everyKindOfWorkHasItsOwnNameThere() {
        assertThat(Arrays.stream(WorkType.values()).map(HouseWorkTypes::of))
                .containsExactlyInAnyOrder(HouseWorkType.values());
        assertThat(WireJson.write(HouseWorkTypes.of(WorkType.ENERGY_STORAGE)))
                .isEqualTo("\"STORAGESELFPRODUCEDELECTRICITY\"");
    }
}
