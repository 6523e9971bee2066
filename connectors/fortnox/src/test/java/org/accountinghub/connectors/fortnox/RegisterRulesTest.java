package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.connectors.testkit.acceptance.CustomerEditorKit;
import org.accountinghub.connectors.testkit.acceptance.CustomerSourceKit;
import org.accountinghub.connectors.testkit.acceptance.EditorBench;
import org.accountinghub.connectors.testkit.acceptance.RegisterBench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the kit about registers bites: a connector that breaks it fails the test that is named for it. */
class RegisterRulesTest {

    @ParameterizedTest
    @CsvSource({
        "FORGETS_A_FIELD, aRecordIsReadAsItStandsThere",
        "LISTS_OLD_VALUES, whatAListShowsOfARecordIsWhatTheRecordSays",
        "GOES_ON_AFTER_THE_END, anEmptyRegisterIsOneEmptyPage",
        "STOPS_AFTER_A_PAGE, everyPageIsReadAndNothingWritten",
        "SKIPS_WHAT_MOVED, noneIsMissedWhileOthersAreAddedAndDeleted",
        "HEEDS_NO_CHANGE, aChangeIsListedAndWhatDidNotChangeIsNotListedForEver",
        "BEGINS_LATE, aChangeIsListedFromTheOverlapBeforeIt",
        "CALLS_IT_OTHERWISE, oneThatGetsAnotherNumberIsTheSame",
        "LEAVES_OUT_THE_INACTIVE, oneThatIsNotUsedAnyMoreIsListedAndSaysSo",
        "MISSES_NOTHING_THAT_IS_GONE, oneThatIsNotThereIsEmpty",
        "REMEMBERS_THE_GONE, oneThatWasDeletedIsGone",
        "TAKES_FAILURE_FOR_NOTHING, anAnswerThatIsNoneSaysWhy",
        "SPENDS_ATTEMPTS_ON_LIMITS, aReachedLimitSpendsNoAttemptAndSaysHowLong",
        "RETRIES_WITHOUT_CONSENT, aRevokedConsentBlocks",
        "CALLS_WITHOUT_PERMIT, everyRequestHasAPermit",
        "TELLS_TOO_MUCH, whatItCanTellBelongsToTheRegister",
        "LOOKS_BACK_FOR_DAYS, whatItCanTellBelongsToTheRegister"
    })
    void aMistakeInReadingIsSeen(BadSource.Mistake mistake, String rule) throws Exception {
        assertThat(broken(new Reading(mistake), rule))
                .as("%s breaks %s", mistake, rule)
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "WRITES_MORE, whatIsNamedChangesAndNothingElse",
        "WRITES_TWICE, whatIsNamedChangesAndNothingElse",
        "SENDS_THE_WHOLE_RECORD, whatSomebodyChangesMeanwhileElsewhereInTheRecordStays",
        "NAMES_ANOTHER_RECORD, oneThatGotAnotherNumberThereIsChangedAndKeepsIt",
        "LEAVES_A_FIELD, everyWritableFieldCanBeGivenAValue",
        "CLAIMS_TO_CLEAR, aFieldLosesItsValueWhereItCanAndElseKeepsItAndThatIsTold",
        "KEEPS_SILENT, aFieldLosesItsValueWhereItCanAndElseKeepsItAndThatIsTold",
        "KEEPS_SILENT, whatCannotBeWrittenIsLeftAndTold",
        "CLAIMS_TO_WRITE, whatItCanDoItCanReadAgain",
        "NEEDS_A_PERSON, theStepsAreFewAndOneNeedsNoSettlingThatIsRepeated",
        "WILL_NOT_REPEAT, doneTwiceItIsDoneOnce",
        "BELIEVES_IT_WORKED, aCallThatWasNotCarriedOutIsUncertainAbsentAndDoneByComingBack",
        "BELIEVES_IT_FAILED, anAnswerLostAfterTheCommitIsUncertainAndFound",
        "FINDS_NOTHING, anAnswerLostAfterTheCommitIsUncertainAndFound",
        "FINDS_NOTHING, aLateCommitIsFoundWhenItHasHappened",
        "FINDS_ALWAYS, aCallThatWasNotCarriedOutIsUncertainAbsentAndDoneByComingBack",
        "CALLS_ERRORS_RETRY, anErrorOfThePartnerIsUncertainWhetherItCommittedOrNot",
        "CALLS_REFUSALS_RETRY, aRefusalIsAProblemInThePartnersWords",
        "SPENDS_ATTEMPTS_ON_LIMITS, aReachedLimitIsWaitedForAndSpendsNoAttempt",
        "SPENDS_ATTEMPTS_ON_LIMITS, withoutAPermitNothingIsSentAndNoAttemptSpent",
        "RETRIES_WITHOUT_CONSENT, aRevokedConsentBlocksTheConnection",
        "CALLS_AWAY_UNCERTAIN, aPartnerThatIsAwayIsTriedAgain",
        "NEVER_MISSES_THE_GONE, aRecordThatIsGoneIsAProblem",
        "WRITES_BEFOREHAND, aLookBeforehandWritesNothing",
        "CALLS_WITHOUT_PERMIT, everyRequestHasAPermit"
    })
    void aMistakeInChangingIsSeen(BadEdits.Mistake mistake, String rule) throws Exception {
        assertThat(broken(new Changing(mistake), rule))
                .as("%s breaks %s", mistake, rule)
                .isPresent();
    }

    @Test
    void noRuleIsWithoutAMistakeAgainstIt() throws Exception {
        for (String test : List.of("aMistakeInReadingIsSeen", "aMistakeInChangingIsSeen")) {
            Method table = Arrays.stream(RegisterRulesTest.class.getDeclaredMethods())
                    .filter(method -> method.getName().equals(test))
                    .findFirst()
                    .orElseThrow();
            Set<String> named = Arrays.stream(
                            table.getAnnotation(CsvSource.class).value())
                    .map(line -> line.substring(line.indexOf(',') + 1).strip())
                    .collect(Collectors.toCollection(TreeSet::new));
            Class<?> kit = table.getParameterTypes()[0] == BadSource.Mistake.class
                    ? CustomerSourceKit.class
                    : CustomerEditorKit.class;

            assertThat(named)
                    .isEqualTo(Arrays.stream(kit.getSuperclass().getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(Test.class))
                            .map(Method::getName)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** What the rule's test throws. */
    private static Optional<Throwable> broken(Object kit, String rule) throws Exception {
        List<Method> hierarchy = methods(kit.getClass());
        try {
            for (Method before : hierarchy) {
                if (before.isAnnotationPresent(BeforeEach.class)) {
                    call(kit, before);
                }
            }
            call(
                    kit,
                    hierarchy.stream()
                            .filter(method -> method.getName().equals(rule))
                            .findFirst()
                            .orElseThrow());
            call(kit, named(hierarchy, "everythingHeld"));
            return Optional.empty();
        } catch (InvocationTargetException e) {
            close(kit, hierarchy);
            return Optional.ofNullable(e.getCause());
        }
    }

    private static void close(Object kit, List<Method> hierarchy) throws IllegalAccessException {
        try {
            call(kit, named(hierarchy, "everythingHeld"));
        } catch (InvocationTargetException alsoNotHeld) {
            assertThat(alsoNotHeld.getCause()).isNotNull();
        }
    }

    private static Method named(List<Method> methods, String name) {
        return methods.stream()
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void call(Object kit, Method method) throws IllegalAccessException, InvocationTargetException {
        method.setAccessible(true);
        method.invoke(kit);
    }

    /** Those of the widest class first. */
    private static List<Method> methods(Class<?> kit) {
        List<Class<?>> classes = new ArrayList<>();
        Stream.<Class<?>>iterate(kit, type -> type != Object.class, Class::getSuperclass)
                .forEach(classes::add);
        Collections.reverse(classes);
        return classes.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .toList();
    }

    private static final class Reading extends CustomerSourceKit {
        private final BadSource.Mistake mistake;

        Reading(BadSource.Mistake mistake) {
            this.mistake = mistake;
        }

        @Override
        protected RegisterBench bench() {
            return BadRegisters.reading(mistake);
        }
    }

    private static final class Changing extends CustomerEditorKit {
        private final BadEdits.Mistake mistake;

        Changing(BadEdits.Mistake mistake) {
            this.mistake = mistake;
        }

        @Override
        protected EditorBench bench() {
            return BadRegisters.changing(mistake);
        }
    }
}
