package org.accountinghub.mappings.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Single fields on their way to a partner: texts may be mended, identifiers never. */
public final class Fields {

    private static final int QUOTED = 60;

    private final Review review;
    private final String partner;
    private final Function<String, CleanedText> cleaner;
    private final Map<String, String> labels;

    /**
     * @param partner as people call it
     * @param cleaner writes one line with the characters that the partner takes
     * @param labels what people call the partner's fields: {@code the postal code}
     */
    public Fields(Review review, String partner, Function<String, CleanedText> cleaner, Map<String, String> labels) {
        this.review = review;
        this.partner = partner;
        this.cleaner = cleaner;
        this.labels = Map.copyOf(labels);
    }

    /** A text on one line: characters replaced and the end cut where need be, both noted. */
    public Optional<String> text(String field, String value, int limit) {
        CleanedText cleaned = cleaner.apply(value.strip().replaceAll("\\s*\\R\\s*", " "));
        noteReplaced(field, cleaned);
        String text = cleaned.text().strip();
        if (text.length() > limit) {
            review.note(field + " cut from " + text.length() + " to " + limit + " characters");
            text = text.substring(0, TextLines.cutAt(text, limit)).strip();
        }
        return Optional.of(text).filter(kept -> !kept.isEmpty());
    }

    public Optional<String> text(String field, Optional<String> value, int limit) {
        return value.flatMap(present -> text(field, present, limit));
    }

    /** Something that others know it by: sent exactly, or refused. */
    public Optional<String> identifier(String field, String value, int limit) {
        String exact = value.strip();
        String label = label(field);
        if (exact.length() > limit) {
            review.refuse(
                    "identifier-too-long",
                    field,
                    "\"" + quoted(exact) + "\" has " + exact.length() + " characters; " + partner + " takes " + limit
                            + " as " + field + ".",
                    "Shorten " + label + " to at most " + limit + " characters in the service system.");
        }
        String refused = cleaner.apply(exact).refused();
        if (!refused.isEmpty()) {
            review.refuse(
                    "identifier-characters",
                    field,
                    "\"" + cleaner.apply(quoted(exact)).text() + "\" has characters that " + partner + " refuses in "
                            + field + ": " + refused + ".",
                    "Change " + label + " in the service system to letters, digits and plain signs.");
        }
        return Optional.of(exact).filter(kept -> !kept.isEmpty());
    }

    /** {@code CostCenter of Row 2} is the cost centre of Row 2. */
    private String label(String field) {
        int of = field.indexOf(" of ");
        String name = of < 0 ? field : field.substring(0, of);
        return labels.getOrDefault(name, name) + field.substring(name.length());
    }

    public Optional<String> identifier(String field, Optional<String> value, int limit) {
        return value.flatMap(present -> identifier(field, present, limit));
    }

    /** What the partner has for one of our values. */
    public <T> Optional<T> word(String field, String value, Map<String, T> theirsByOurs) {
        Optional<T> word = Optional.ofNullable(theirsByOurs.get(value));
        if (word.isEmpty()) {
            review.refuse(
                    "value-unknown",
                    field,
                    "\"" + value + "\" is nothing that " + partner + " has for " + field + ".",
                    "Choose another value on the record in the service system.");
        }
        return word;
    }

    /** What the order carries for this partner alone. */
    public Optional<String> extension(String term, BillableOrder order, int limit) {
        return identifier(term, Optional.ofNullable(order.extensions().get(term)), limit);
    }

    /** The name by which a customer is invoiced; every partner demands one. */
    public Optional<String> name(Customer customer, int limit) {
        Optional<String> name = text("Name", customer.name(), limit);
        if (name.isEmpty()) {
            review.refuse(
                    "customer-name-missing",
                    "Name",
                    "Customer " + customer.number() + " has no name.",
                    "Write a name on the customer in the service system.");
        }
        return name;
    }

    /** Exactly one e-mail address, sent as it is. */
    public Optional<String> email(String field, String value, int limit) {
        Optional<String> address = Optional.of(value.strip()).filter(text -> !text.isEmpty());
        address.filter(text -> text.length() > limit || !text.matches("[^\\s@,;<>]+@[^\\s@,;<>]+"))
                .ifPresent(text -> review.refuse(
                        "email-invalid",
                        field,
                        "\"" + cleaner.apply(text).text() + "\" is not one e-mail address.",
                        "Write exactly one e-mail address on the customer in the service system."));
        return address;
    }

    /** A customer's country by its code. */
    public Optional<String> country(String field, String value) {
        Optional<String> country = Optional.of(value.strip()).filter(code -> !code.isEmpty());
        country.filter(code -> !Countries.known(code))
                .ifPresent(code -> review.refuse(
                        "country-unknown",
                        field,
                        "\"" + cleaner.apply(code).text() + "\" is no country code.",
                        "Choose a country on the customer's address in the service system."));
        return country;
    }

    /** The lines of a longer text in pieces that fit. */
    public List<String> pieces(String field, String text, int limit) {
        return TextLines.lines(text).stream()
                .map(line -> {
                    CleanedText cleaned = cleaner.apply(line);
                    noteReplaced(field, cleaned);
                    return cleaned.text();
                })
                .flatMap(line -> TextLines.pieces(line, limit).stream())
                .toList();
    }

    private void noteReplaced(String field, CleanedText cleaned) {
        if (!cleaned.replaced().isEmpty()) {
            review.note(field + ": " + cleaned.words());
        }
    }

    /** Masked before it is shortened: half a personal number would not be recognised. */
    private static String quoted(String text) {
        String masked = PersonalNumbers.masked(text);
        return masked.length() > QUOTED ? masked.substring(0, TextLines.cutAt(masked, QUOTED)) + "…" : masked;
    }
}
