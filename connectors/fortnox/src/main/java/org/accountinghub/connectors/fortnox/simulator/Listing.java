package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.accountinghub.connectors.fortnox.simulator.Register.Stored;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list as Fortnox gives it: one resource filter at most, text searched as a part of the text without
 * regard to case, {@code lastmodified} by the minute in Swedish time, pages of at most 500.
 */
final class Listing {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Set<String> GLOBAL = Set.of(
            "limit", "page", "offset", "sortby", "sortorder", "lastmodified", "financialyear", "financialyeardate");
    private static final Set<String> DATES = Set.of("fromdate", "todate");
    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final String wrapper;
    private final Function<ObjectNode, ObjectNode> item;
    private final String dateField;
    private String number = "documentnumber";
    private final Map<String, BiPredicate<ObjectNode, String>> filters = new LinkedHashMap<>();
    private final Map<String, Predicate<ObjectNode>> words = new HashMap<>();
    private final Set<String> companions = new HashSet<>();

    /** A list without dates has an empty date field. */
    Listing(String wrapper, String dateField, Function<ObjectNode, ObjectNode> item) {
        this.wrapper = wrapper;
        this.dateField = dateField;
        this.item = item;
    }

    /** The parameter that asks for the order of the numbers, in which a register is anyway. */
    Listing numbered(String parameter) {
        number = parameter;
        return this;
    }

    /** A parameter that finds documents in whose field the text occurs. */
    Listing text(String parameter, String field) {
        return filter(
                parameter,
                (document, wanted) -> document.path(field)
                        .asString("")
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted.toLowerCase(Locale.ROOT)));
    }

    Listing flag(String parameter, String field) {
        return filter(
                parameter, (document, wanted) -> document.path(field).booleanValue() == Boolean.parseBoolean(wanted));
    }

    Listing filter(String parameter, BiPredicate<ObjectNode, String> test) {
        filters.put(parameter, test);
        return this;
    }

    /** A parameter that is allowed together with another filter. */
    Listing beside(String parameter, BiPredicate<ObjectNode, String> test) {
        companions.add(parameter);
        return filter(parameter, test);
    }

    /** The parameter {@code filter} with its words. */
    Listing words(Map<String, Predicate<ObjectNode>> meanings) {
        words.putAll(meanings);
        return filter(
                "filter",
                (document, wanted) ->
                        Optional.ofNullable(words.get(wanted)).orElseThrow().test(document));
    }

    Answer answer(PartnerRequest request, Register register) {
        check(request);
        Optional<Instant> since = request.parameter("lastmodified").map(Listing::minute);
        List<ObjectNode> found = new ArrayList<>(register.all()
                .filter(stored -> since.map(start -> !stored.modified()
                                .truncatedTo(ChronoUnit.MINUTES)
                                .isBefore(start))
                        .orElse(true))
                .filter(stored -> matches(stored.document(), request))
                .map(Stored::document)
                .toList());
        request.parameter("sortby")
                .filter(wanted -> !wanted.equals(number))
                .ifPresent(wanted -> found.sort(Comparator.comparing(document -> sortValue(document, wanted))));
        if (request.parameter("sortorder").orElse("ascending").equals("descending")) {
            Collections.reverse(found);
        }
        int limit = Math.min(number(request, "limit", USUAL, 1), MOST);
        int page = number(request, "page", 1, 1);
        int pages = (found.size() + limit - 1) / limit;
        int skip = request.parameter("offset").isPresent() ? number(request, "offset", 0, 0) : (page - 1) * limit;
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("MetaInformation")
                .put("@TotalResources", found.size())
                .put("@TotalPages", pages)
                .put("@CurrentPage", page);
        body.putArray(wrapper)
                .addAll(found.stream().skip(skip).limit(limit).map(item).toList());
        return Answer.json(200, body);
    }

    private void check(PartnerRequest request) {
        long own = request.query().keySet().stream()
                .filter(filters::containsKey)
                .filter(name -> !companions.contains(name))
                .count();
        request.query().keySet().stream()
                .filter(name -> !filters.containsKey(name) && !GLOBAL.contains(name))
                .filter(name -> dateField.isEmpty() || !DATES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.badParameter(name);
                });
        if (own > 1) {
            throw Refusal.badParameter("endast ett filter per anrop");
        }
        request.parameter("filter").filter(word -> !words.containsKey(word)).ifPresent(word -> {
            throw Refusal.of("Ett ogiltigt filter har använts.", 2000587);
        });
    }

    private boolean matches(ObjectNode document, PartnerRequest request) {
        String date = document.path(dateField).asString("");
        return filters.entrySet().stream()
                        .allMatch(filter -> request.parameter(filter.getKey())
                                .map(wanted -> filter.getValue().test(document, wanted))
                                .orElse(true))
                && request.parameter("fromdate")
                        .map(from -> date.compareTo(from) >= 0)
                        .orElse(true)
                && request.parameter("todate")
                        .map(to -> date.compareTo(to) <= 0)
                        .orElse(true);
    }

    private static Instant minute(String text) {
        try {
            LocalDateTime local =
                    text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text, MINUTE);
            return local.atZone(SWEDEN).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.badParameter("lastmodified");
        }
    }

    /** Numbers are made comparable as texts. */
    private static String sortValue(ObjectNode document, String wanted) {
        return document.properties().stream()
                .filter(property -> property.getKey().equalsIgnoreCase(wanted))
                .findFirst()
                .map(property -> property.getValue().asString(""))
                .map(text -> text.matches("-?\\d{1,15}(\\.\\d+)?")
                        ? String.format(Locale.ROOT, "%030.6f", new BigDecimal(text))
                        : text)
                .orElse("");
    }

    private static int number(PartnerRequest request, String name, int usual, int least) {
        try {
            return Math.max(Integer.parseInt(request.parameter(name).orElse(Integer.toString(usual))), least);
        } catch (NumberFormatException e) {
            throw Refusal.badParameter(name);
        }
    }
}
