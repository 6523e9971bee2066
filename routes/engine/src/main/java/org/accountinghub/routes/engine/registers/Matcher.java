package org.accountinghub.routes.engine.registers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.MatchLine.Decision;
import org.accountinghub.routes.engine.port.MatchLine.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds which records of two sides belong together: by number confirmed by registration number or name, then by
 * registration number, then by VAT number, then by name as a suggestion. A record stands in one line; one that is doubled
 * on its side may stand beside several of them.
 */
final class Matcher {

    private static final int CERTAIN = 100;
    private static final int SAME_POSTAL_CODE = 90;
    private static final int NO_POSTAL_CODE = 60;
    private static final int OTHER_POSTAL_CODE = 40;

    /** Of one name: beyond this only who lives at one postal code is suggested. */
    private static final int MANY_PAIRS = 400;

    private final Register register;
    private final List<Candidate> ours = new ArrayList<>();
    private final List<Candidate> theirs = new ArrayList<>();
    private final Set<Candidate> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<MatchLine> lines = new ArrayList<>();

    Matcher(Register register) {
        this.register = register;
    }

    void ours(RegisterRecord record, boolean linked) {
        ours.add(new Candidate(record, record.number(), linked));
    }

    void theirs(RegisterRecord record, String id, boolean linked) {
        theirs.add(new Candidate(record, id, linked));
    }

    /** The report, by class and number. */
    List<MatchLine> lines() {
        byNumber();
        byKey(Candidate::registration, "registration number", false);
        byKey(Candidate::vat, "VAT number", true);
        byName();
        left(ours).forEach(one -> line(Kind.CREATE_THERE, one, null, CERTAIN, "only in the service system"));
        left(theirs).forEach(one -> line(Kind.CREATE_HERE, null, one, CERTAIN, "only in the accounting system"));
        lines.sort(Comparator.comparing(MatchLine::kind).thenComparing(Matcher::number));
        List<MatchLine> numbered = new ArrayList<>(lines.size());
        for (MatchLine line : lines) {
            numbered.add(new MatchLine(
                    numbered.size() + 1,
                    line.kind(),
                    line.ours(),
                    line.theirs(),
                    line.score(),
                    line.reason(),
                    line.differing(),
                    line.decision(),
                    line.decidedBy()));
        }
        return numbered;
    }

    private static String number(MatchLine line) {
        return line.ours().or(line::theirs).orElseThrow().number();
    }

    private List<Candidate> left(List<Candidate> side) {
        return side.stream()
                .filter(one -> !one.linked() && !placed.contains(one))
                .toList();
    }

    private void byNumber() {
        Map<String, Candidate> there = new HashMap<>();
        left(theirs).forEach(one -> there.putIfAbsent(one.number(), one));
        for (Candidate here : left(ours)) {
            Candidate other = there.get(here.number());
            if (other != null) {
                sameNumber(here, other);
            }
        }
    }

    private void sameNumber(Candidate here, Candidate there) {
        boolean sameName = here.nameKey().equals(there.nameKey());
        if (register == Register.ARTICLES) {
            line(Kind.SAME, here, there, CERTAIN, sameName ? "number and description agree" : "number agrees");
        } else if (here.registration().isPresent() && here.registration().equals(there.registration())) {
            line(Kind.SAME, here, there, CERTAIN, "number and registration number agree");
        } else if (!here.contradicts(there) && sameName) {
            line(Kind.SAME, here, there, CERTAIN, "number and name agree");
        } else {
            line(Kind.CONFLICT, here, there, 0, "the same number, another company");
        }
    }

    private void byKey(Function<Candidate, Optional<String>> key, String what, boolean unlessContradicted) {
        Map<String, List<Candidate>> here = grouped(ours, key);
        Map<String, List<Candidate>> there = grouped(theirs, key);
        Map<String, List<Candidate>> all = new LinkedHashMap<>(here);
        there.forEach(all::putIfAbsent);
        for (String value : all.keySet()) {
            ofOneKey(
                    here.getOrDefault(value, List.of()),
                    there.getOrDefault(value, List.of()),
                    what,
                    unlessContradicted);
        }
    }

    private static Map<String, List<Candidate>> grouped(
            List<Candidate> side, Function<Candidate, Optional<String>> key) {
        Map<String, List<Candidate>> groups = new LinkedHashMap<>();
        side.forEach(one -> key.apply(one)
                .ifPresent(value -> groups.computeIfAbsent(value, first -> new ArrayList<>(1))
                        .add(one)));
        return groups;
    }

    private void ofOneKey(List<Candidate> here, List<Candidate> there, String what, boolean unlessContradicted) {
        List<Candidate> openHere = left(here);
        List<Candidate> openThere = left(there);
        if (openHere.isEmpty() && openThere.isEmpty()) {
            return;
        }
        if (here.size() <= 1 && there.size() <= 1) {
            if (openHere.size() == 1 && openThere.size() == 1) {
                if (!unlessContradicted || !openHere.get(0).contradicts(openThere.get(0))) {
                    line(Kind.LINK, openHere.get(0), openThere.get(0), CERTAIN, what + " agrees");
                }
                return;
            }
            if (here.isEmpty() || there.isEmpty()) {
                return;
            }
        }
        doubled(openHere, openThere, here, there, what);
    }

    private void doubled(
            List<Candidate> openHere,
            List<Candidate> openThere,
            List<Candidate> here,
            List<Candidate> there,
            String what) {
        String reason = what + " is shared: ours " + numbers(here) + ", theirs " + numbers(there);
        if (openHere.size() == 1 && openThere.size() > 1) {
            openThere.forEach(each -> line(Kind.DOUBLED, openHere.get(0), each, 0, reason));
        } else if (openThere.size() == 1 && openHere.size() > 1) {
            openHere.forEach(each -> line(Kind.DOUBLED, each, openThere.get(0), 0, reason));
        } else {
            openHere.forEach(each -> line(Kind.DOUBLED, each, null, 0, reason));
            openThere.forEach(each -> line(Kind.DOUBLED, null, each, 0, reason));
        }
    }

    private static String numbers(List<Candidate> side) {
        return side.isEmpty()
                ? "none"
                : String.join(
                        ", ", side.stream().map(Candidate::number).limit(5).toList());
    }

    private void byName() {
        Map<String, List<Candidate>> here = grouped(left(ours), Matcher::named);
        Map<String, List<Candidate>> there = grouped(left(theirs), Matcher::named);
        here.forEach((name, one) -> ofOneName(one, there.getOrDefault(name, List.of())));
    }

    private static Optional<String> named(Candidate one) {
        return Optional.of(one.nameKey()).filter(key -> !key.isEmpty());
    }

    /** Several of one name: those of one postal code belong together first, and none is sure. */
    private void ofOneName(List<Candidate> here, List<Candidate> there) {
        record Pair(Candidate here, Candidate there, int score) {}
        boolean few = (long) here.size() * there.size() <= MANY_PAIRS;
        List<Pair> pairs = new ArrayList<>();
        here.forEach(one -> there.stream()
                .filter(other -> !one.contradicts(other))
                .filter(other -> few || score(one, other) >= SAME_POSTAL_CODE)
                .forEach(other -> pairs.add(new Pair(one, other, score(one, other)))));
        pairs.sort(Comparator.comparing(Pair::score).reversed());
        for (Pair pair : pairs) {
            if (placed.contains(pair.here()) || placed.contains(pair.there())) {
                continue;
            }
            boolean sure = pairs.stream()
                    .noneMatch(other -> !other.equals(pair)
                            && other.score() >= pair.score()
                            && (other.here().equals(pair.here())
                                    || other.there().equals(pair.there())));
            line(
                    Kind.SUGGESTION,
                    pair.here(),
                    pair.there(),
                    sure ? pair.score() : pair.score() / 2,
                    "the name agrees" + (sure ? "" : ", of several"));
        }
    }

    private static int score(Candidate here, Candidate there) {
        if (here.postalCode().isEmpty() || there.postalCode().isEmpty()) {
            return NO_POSTAL_CODE;
        }
        if (!here.postalCode().equals(there.postalCode())) {
            return OTHER_POSTAL_CODE;
        }
        boolean sameStreet = !here.street().isEmpty() && here.street().equalsIgnoreCase(there.street());
        return sameStreet ? CERTAIN : SAME_POSTAL_CODE;
    }

    private void line(Kind kind, @Nullable Candidate here, @Nullable Candidate there, int score, String reason) {
        Set<RegisterField> differing =
                here == null || there == null ? Set.of() : here.record().differences(there.record());
        lines.add(new MatchLine(
                0,
                kind,
                Optional.ofNullable(here).map(Candidate::shown),
                Optional.ofNullable(there).map(Candidate::shown),
                score,
                reason + fault(here, "service system") + fault(there, "accounting system"),
                differing,
                Decision.OPEN,
                Optional.empty()));
        if (here != null) {
            placed.add(here);
        }
        if (there != null) {
            placed.add(there);
        }
    }

    private static String fault(@Nullable Candidate one, String side) {
        return one == null
                ? ""
                : one.fault()
                        .map(wrong ->
                                "; the registration number in the " + side + " cannot be right: " + wrong.reason())
                        .orElse("");
    }
}
